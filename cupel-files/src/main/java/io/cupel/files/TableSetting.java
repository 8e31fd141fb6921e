package io.cupel.files;

import io.cupel.core.contract.Contract;
import java.time.ZoneId;

/** What reading any table needs, over all files. */
record TableSetting(
        Contract contract,
        AttributeNames names,
        LeadFiles.Manner manner,
        OccurredAt clock,
        Findings found,
        Progress progress) {
    Unreadables unreadables() {
        return found.unreadables();
    }

    ActNotes acts() {
        return found.acts();
    }

    Rejections rejections() {
        return found.rejections();
    }

    LeadFiles.Listener listener() {
        return found.listener();
    }

    /** Of times without an offset. */
    ZoneId zone() {
        ZoneId told = manner.zone();
        return told == null ? contract.zone() : told;
    }
}
