package io.cupel.app.judging;

import io.cupel.core.evidence.Register;
import java.util.Map;

/** All of a lead, with the state of its case. */
final class Kept {
    private final LeadRow row;
    private final byte[] written;
    private final int turn;
    private final CaseTable.Heard heard;

    Kept(LeadRow row, byte[] written, int turn, CaseTable.Heard heard) {
        this.row = row;
        this.written = written;
        this.turn = turn;
        this.heard = heard;
    }

    LeadRow row() {
        return row;
    }

    byte[] written() {
        return written;
    }

    /** The last that the lead took. */
    int turn() {
        return turn;
    }

    /** All attributes as told when it was judged last. */
    Map<String, Object> told() {
        return heard.told();
    }

    /** The number of the last word about its company that it heard. */
    long word() {
        return heard.word();
    }

    /** As {@link Register#under} gives it. */
    Map<String, Object> under() {
        return heard.under();
    }
}
