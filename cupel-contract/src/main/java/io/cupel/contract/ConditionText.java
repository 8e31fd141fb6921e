package io.cupel.contract;

import org.jspecify.annotations.Nullable;

/** Finds the place in the file of a character of a condition, whatever the style of its scalar. */
final class ConditionText {
    private final Scalar scalar;
    private final Source source;

    ConditionText(Scalar scalar, Source source) {
        this.scalar = scalar;
        this.source = source;
    }

    /**
     * The place in the file; where the scalar begins if the file does not say what YAML read.
     *
     * @param line of the condition, from 0
     * @param column there in code points, from 0
     */
    Place place(int line, int column) {
        int[] value = scalar.value().codePoints().toArray();
        int at = 0;
        for (int passed = 0; passed < line && at < value.length; at++) {
            passed += value[at] == '\n' ? 1 : 0;
        }
        Place found = walk(value, Math.min(at + column, value.length));
        return found == null ? scalar.place() : found;
    }

    /*
     * Folding changes blanks and nothing else, so the characters that are no blanks stand in the file in the order in
     * which the condition has them.
     */
    private @Nullable Place walk(int[] value, int target) {
        ScalarWalk walk = new ScalarWalk(scalar, source);
        Place last = null;
        int lastIndex = 0;
        for (int i = 0; i < value.length; i++) {
            if (ScalarWalk.isBlank(value[i])) {
                continue;
            }
            if (i > target && last != null) {
                break;
            }
            Place place = walk.next();
            if (place == null || walk.letter() != value[i]) {
                return null;
            }
            last = place;
            lastIndex = i;
            if (i >= target) {
                return place;
            }
        }
        return last == null ? null : behind(value, last, lastIndex, target);
    }

    /** A place among blanks: in the same line as many characters behind, else just behind. */
    private Place behind(int[] value, Place last, int lastIndex, int target) {
        int distance = 1;
        while (lastIndex + distance < target && value[lastIndex + distance] != '\n') {
            distance++;
        }
        int room = source.line(last.line())
                        .codePointCount(0, source.line(last.line()).length())
                + 1;
        boolean isInLine = lastIndex + distance == target && last.column() + distance <= room;
        return new Place(last.line(), last.column() + (isInLine ? distance : 1));
    }
}
