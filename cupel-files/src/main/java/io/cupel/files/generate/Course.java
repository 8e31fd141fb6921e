package io.cupel.files.generate;

/** How far leads of one kind came with sales, counted. */
final class Course {
    private long leads;
    private long decided;
    private long accepted;
    private long sql;
    private long won;

    /** A lead whom sales may have taken up. */
    void add(Pursuit pursuit) {
        leads++;
        boolean isAccepted = pursuit.was("accepted");
        boolean isDecided = isAccepted || pursuit.was("rejected");
        decided += isDecided ? 1 : 0;
        accepted += isAccepted ? 1 : 0;
        sql += pursuit.was("sql") ? 1 : 0;
        won += pursuit.was("won") ? 1 : 0;
    }

    long leads() {
        return leads;
    }

    /** Accepted or rejected. */
    long decided() {
        return decided;
    }

    long accepted() {
        return accepted;
    }

    long sql() {
        return sql;
    }

    long won() {
        return won;
    }
}
