package io.cupel.files.log;

/** The rows of calls, sorted by lead. Safe for several threads. */
interface RowsByLead {
    /** How many a lead has at most. */
    int most(int place);

    /** Visits the rows of a lead, in no certain order. */
    void forEach(int place, RowVisitor visitor);
}
