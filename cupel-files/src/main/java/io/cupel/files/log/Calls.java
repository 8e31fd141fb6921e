package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Happening;
import io.cupel.core.evidence.Sighting;

/** Makes of rows again what they were made of. */
final class Calls {
    private final CallLog log;
    private final Word[] words;
    private final Happening[] shapes;
    /** By number of the word. */
    private final boolean[] telling;

    Calls(CallLog log) {
        this.log = log;
        this.words = new Word[log.words().size()];
        this.telling = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = log.words().get(i);
            telling[i] = words[i].tells();
        }
        this.shapes = new Happening[log.shapes().size()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = log.shapes().get(i);
        }
    }

    Event event(long[] rows, int row) {
        return new Event(() -> Row.id(rows, row), Row.at(rows, row), shapes[Row.shape(rows, row)]);
    }

    /** Whether the call tells more than whom it names and what happened. */
    boolean tells(long[] rows, int row) {
        return telling[log.word(rows, row)];
    }

    boolean tellsOfCompany(long[] rows, int row) {
        return words[log.word(rows, row)].company() != null;
    }

    /** What the call tells, without what happened. */
    Sighting sighting(long[] rows, int row) {
        Word word = words[log.word(rows, row)];
        return new Sighting(
                word.keys(),
                Row.at(rows, row),
                false,
                Row.id(rows, row),
                null,
                word.values(),
                word.company(),
                word.act());
    }
}
