package io.cupel.files.log;

/** Takes rows one after the other. */
@FunctionalInterface
interface RowVisitor {
    /** A row begins at a place of an array. What is changed in it stays changed only where rows are in memory. */
    void row(long[] rows, int row);
}
