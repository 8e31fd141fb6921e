package io.cupel.files.generate;

/** A JSON document for people and programs, put together in order, indented by two. */
final class Nested {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    Nested open() {
        text.append('{');
        depth++;
        isFirst = true;
        return this;
    }

    /** Begins an object in the present one. */
    Nested open(String name) {
        name(name);
        return open();
    }

    Nested close() {
        depth--;
        newLine();
        text.append('}');
        isFirst = false;
        return this;
    }

    Nested put(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    Nested put(String name, boolean value) {
        name(name);
        text.append(value);
        return this;
    }

    /** A text without quotes and backslashes. */
    Nested put(String name, String value) {
        name(name);
        text.append('"').append(value).append('"');
        return this;
    }

    /** Part of a whole in percent, with one decimal; null where there is no whole. */
    Nested percent(String name, long part, long whole) {
        name(name);
        if (whole == 0) {
            text.append("null");
        } else {
            long tenths = (part * 2_000 + whole) / (2 * whole);
            text.append(tenths / 10).append('.').append(tenths % 10);
        }
        return this;
    }

    @Override
    public String toString() {
        return text + "\n";
    }

    private void name(String name) {
        text.append(isFirst ? "" : ",");
        isFirst = false;
        newLine();
        text.append('"').append(name).append("\": ");
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }
}
