package io.cupel.files.generate;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes calls as they arrive, with all that goes wrong on the way. */
final class CallLog {
    private final long seed;
    private final CallFile file;
    private final Tally tally;

    CallLog(long seed, CallFile file, Tally tally) {
        this.seed = seed;
        this.file = file;
        this.tally = tally;
    }

    /** Everything a lead did, and a visitor nobody knows who stands behind it. */
    void write(Lead lead, Activity.Done done, Visitors.@Nullable Visit visit) throws IOException {
        Mishaps mishaps = new Mishaps(seed, lead.number());
        if (mishaps.isSkewed()) {
            tally.add(Tally.What.LEADS_WITH_WRONG_CLOCK);
        }
        for (Call call : done.stream().calls()) {
            write(call, mishaps);
        }
        if (visit == null) {
            return;
        }
        tally.add(Tally.What.ANONYMOUS_VISITORS);
        if (visit.isCrawler()) {
            tally.add(Tally.What.CRAWLERS);
        }
        for (Call call : visit.stream().calls()) {
            file.write(call);
            tally.add(Tally.What.CALLS_OF_VISITORS);
        }
    }

    private void write(Call call, Mishaps mishaps) throws IOException {
        Call arrived = mishaps.delivered(call);
        if (Mishaps.isLate(arrived)) {
            tally.add(Tally.What.LATE);
        }
        file.write(arrived);
        switch (mishaps.fate(arrived)) {
            case ONCE -> {}
            case TWICE -> {
                file.write(arrived);
                tally.add(Tally.What.EXACT_DUPLICATES);
            }
            case AGAIN -> {
                file.write(mishaps.again(arrived));
                tally.add(Tally.What.RESENT_LATER);
            }
            case CONTRADICTED -> {
                file.write(arrived.contradicting());
                tally.add(Tally.What.CONFLICTING_IDS);
            }
            case TORN -> {
                if (file.tear(arrived)) {
                    tally.add(Tally.What.TORN_LINES);
                }
            }
        }
    }
}
