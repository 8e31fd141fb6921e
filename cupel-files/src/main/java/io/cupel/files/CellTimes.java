package io.cupel.files;

import io.cupel.files.text.Refusal;

/** Reads the times of a table's columns. */
@FunctionalInterface
interface CellTimes {
    /** The time of a cell, as ISO 8601 writes it, with an offset. */
    String iso(String cell) throws Refusal;
}
