package io.cupel.files;

import io.cupel.files.text.Refusal;

/** Reads the times of a table's columns. */
interface CellTimes {
    /** In which column, counted from 0, the next cell stands. */
    void at(int place);

    /** The time of a cell, as ISO 8601 writes it, with an offset. */
    String iso(String cell) throws Refusal;

    /** The month of a cell, as ISO 8601 writes it; the cell itself where it tells none. */
    default String month(String cell) {
        return cell;
    }
}
