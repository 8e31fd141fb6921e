package io.cupel.files;

import io.cupel.core.contract.Contract;
import java.time.ZoneId;

/** What reading any table needs, over all files. */
record TableSetting(
        Contract contract,
        AttributeNames names,
        LeadFiles.Manner manner,
        OccurredAt clock,
        Unreadables unreadables,
        ActNotes acts,
        Rejections rejections,
        LeadFiles.Listener listener,
        Progress progress) {
    /** Of times without an offset. */
    ZoneId zone() {
        ZoneId told = manner.zone();
        return told == null ? contract.zone() : told;
    }
}
