package io.cupel.contract;

import java.util.Comparator;

/**
 * Something wrong or doubtful in a contract file.
 *
 * @param line from 1
 * @param column of the value at fault, from 1, in characters
 * @param message what is wrong and what to do
 * @param sourceLine the line as the file has it
 */
public record Finding(Code code, String file, int line, int column, String message, String sourceLine) {
    /** As people read a file: from top to bottom. */
    static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    /** Characters of a source line that are shown at most, so that a file of one line fits a screen. */
    private static final int SHOWN_MAX = 160;

    private static final int SHOWN_BEFORE_CARET = 60;

    public Severity severity() {
        return code.severity();
    }

    public boolean isFault() {
        return severity() == Severity.FAULT;
    }

    /** Place, code and message, and below them the source line with a caret. */
    public String rendered() {
        String number = Integer.toString(line);
        String head =
                file + ":" + number + ":" + column + ": " + (isFault() ? "" : "warning ") + code.id() + ": " + message;
        int length = sourceLine.codePointCount(0, sourceLine.length());
        int caret = Math.min(column - 1, length);
        int from = length <= SHOWN_MAX ? 0 : Math.max(0, caret - SHOWN_BEFORE_CARET);
        int start = sourceLine.offsetByCodePoints(0, from);
        int end = sourceLine.offsetByCodePoints(start, Math.min(length - from, SHOWN_MAX));
        String text = Source.printable(sourceLine.substring(start, end));
        // The numbers count characters, but the caret stands below its character as a terminal shows it.
        int before = DisplayWidth.of(text.substring(0, text.offsetByCodePoints(0, caret - from)));
        return head + "\n " + number + " | " + text + "\n " + " ".repeat(number.length()) + " | " + " ".repeat(before)
                + "^";
    }
}
