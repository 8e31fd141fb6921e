package io.cupel.files;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is refused and tells it on; where nothing may be left out, the first one ends the reading. */
final class Rejections {
    private final LeadFiles.Listener listener;
    private final boolean strict;
    private final Map<String, Long> counts = new TreeMap<>();

    Rejections(LeadFiles.Listener listener, boolean strict) {
        this.listener = listener;
        this.strict = strict;
    }

    /** @param prefix told before the reason, such as which call of a batch it is; may be empty */
    void add(String file, long line, String prefix, Refusal refusal, String raw) throws FileFault {
        // of what must not be used nothing is kept
        String kept = refusal.reason() == Reason.CONSENT_WITHHELD ? "" : raw;
        Rejected rejected = new Rejected(file, line, prefix + refusal.told(), kept);
        counts.merge(refusal.reason().text(), 1L, Long::sum);
        listener.rejected(rejected);
        if (strict) {
            throw new FileFault(file, line, rejected.reason());
        }
    }

    /** Counts those too that were refused, and told on, elsewhere. */
    void takeOver(Rejections others) {
        others.counts.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
    }

    /** How many there are. */
    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reason to number. */
    Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
