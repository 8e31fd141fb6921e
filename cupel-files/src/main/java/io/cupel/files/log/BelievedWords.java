package io.cupel.files.log;

import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Denials;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * Many rows have one word, and of these some may be told up to when people say that it is not true, by some browsers.
 * So what is believed is looked at by row; of nearly all words nothing is denied, which is one look into an array.
 */
/** Which words are believed in place of those that people said not to be true. */
final class BelievedWords {
    /** Nothing is denied. */
    static final BelievedWords ALL = new BelievedWords(new Doubt[0]);

    /** By number of the word; null for one that is believed whenever it is told, and by whomever. */
    private final @Nullable Doubt[] doubts;

    /**
     * A word of which something is denied.
     *
     * @param until up to when, whatever browser it came from
     * @param untilFrom up to when, by number of the browser
     * @param untilBefore up to when an alias does not name the earlier id
     * @param visitors the number of what is believed in its place
     * @param withoutPrevious the number of the word without the earlier id
     */
    private record Doubt(
            long until, Map<Integer, Long> untilFrom, long untilBefore, int visitors, int withoutPrevious) {}

    private BelievedWords(@Nullable Doubt[] doubts) {
        this.doubts = doubts;
    }

    static BelievedWords of(CallLog log) {
        Denials denials = Denials.of(said(log));
        if (denials.isEmpty()) {
            return ALL;
        }
        @Nullable Doubt[] doubts = new Doubt[log.words().size()];
        for (int word = 0; word < doubts.length; word++) {
            doubts[word] = doubt(log, log.words().get(word), denials);
        }
        return new BelievedWords(doubts);
    }

    /** What people said, as far as it counts. */
    private static List<Sighting> said(CallLog log) {
        Map<Integer, Denial> words = new HashMap<>();
        for (int word = 0; word < log.words().size(); word++) {
            if (log.words().get(word).act() instanceof Denial denial) {
                words.put(word, denial);
            }
        }
        List<Sighting> said = new ArrayList<>();
        if (!words.isEmpty()) {
            log.forEach((rows, row) -> {
                Denial denial = words.get(Row.word(rows, row));
                if (denial != null) {
                    synchronized (said) {
                        said.add(Sighting.act(Keys.NONE, denial));
                    }
                }
            });
        }
        return said;
    }

    private static @Nullable Doubt doubt(CallLog log, Word word, Denials denials) {
        String address = Denials.claimed(word.keys());
        if (address == null) {
            return null;
        }
        Map<Integer, Long> untilFrom = new HashMap<>();
        denials.visitors(address)
                .forEach((visitor, until) -> untilFrom.put(log.anonymous().number(visitor), until));
        if (untilFrom.isEmpty()) {
            return null;
        }
        Keys keys = word.keys();
        Sighting told = new Sighting(keys, 0, false, "", null, word.values(), word.company(), word.act());
        return new Doubt(
                denials.until(keys.userName(), address),
                untilFrom,
                denials.until(keys.previous(), address),
                log.words().number(Word.of(Denials.visitors(told))),
                log.words().number(Word.of(Denials.withoutPrevious(told))));
    }

    /** The number of the word that is believed. */
    int word(long[] rows, int row) {
        int word = Row.word(rows, row);
        Doubt doubt = word < doubts.length ? doubts[word] : null;
        if (doubt == null) {
            return word;
        }
        long at = Row.at(rows, row);
        long from = Objects.requireNonNull(doubt.untilFrom.getOrDefault(Row.anonymous(rows, row), Long.MIN_VALUE));
        if (Math.max(doubt.until, from) >= at) {
            return doubt.visitors;
        }
        return doubt.untilBefore >= at ? doubt.withoutPrevious : word;
    }
}
