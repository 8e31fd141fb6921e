package io.cupel.contract;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Finds the place in the file of a character of a condition, as exactly as the style of its scalar allows. */
final class ConditionText {
    private final Scalar scalar;
    private final Source source;

    ConditionText(Scalar scalar, Source source) {
        this.scalar = scalar;
        this.source = source;
    }

    /**
     * The place in the file.
     *
     * @param line of the condition, from 0
     * @param column there in code points, from 0
     */
    Place place(int line, int column) {
        if (scalar.style() == ScalarStyle.LITERAL) {
            return inBlock(line, column);
        }
        boolean isOneLine =
                scalar.place().line() == scalar.lastLine() && scalar.value().indexOf('\n') < 0;
        if (!isOneLine || line != 0) {
            return scalar.place();
        }
        int start = scalar.place().column();
        return switch (scalar.style()) {
            case PLAIN, JSON_SCALAR_STYLE -> new Place(scalar.place().line(), start + column);
            case SINGLE_QUOTED -> new Place(scalar.place().line(), start + 1 + column + quotesBefore(column));
            case DOUBLE_QUOTED ->
                hasEscapes() ? scalar.place() : new Place(scalar.place().line(), start + 1 + column);
            case LITERAL, FOLDED -> scalar.place();
        };
    }

    /** A line of a literal block stands in the file as it is, behind its indentation. */
    private Place inBlock(int line, int column) {
        String[] written = scalar.value().split("\n", -1);
        int lineInFile = scalar.place().line() + 1 + line;
        String inFile = source.line(lineInFile);
        if (line >= written.length || !inFile.endsWith(written[line])) {
            return scalar.place();
        }
        String indentation = inFile.substring(0, inFile.length() - written[line].length());
        return new Place(lineInFile, indentation.codePointCount(0, indentation.length()) + column + 1);
    }

    /** In single quotes each quote is written twice. */
    private int quotesBefore(int column) {
        return (int) scalar.value()
                .codePoints()
                .limit(column)
                .filter(each -> each == '\'')
                .count();
    }

    private boolean hasEscapes() {
        String line = source.line(scalar.place().line());
        int from = line.offsetByCodePoints(
                0, Math.min(scalar.place().column() - 1, line.codePointCount(0, line.length())));
        return line.indexOf('\\', from) >= 0;
    }
}
