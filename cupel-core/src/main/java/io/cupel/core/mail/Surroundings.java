package io.cupel.core.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what happened to each mail of late, whosever it was. Around most events there is so little that none can be
 * suspect: of these nobody has to look up what else happened to their lead. Not for several threads at once.
 */
public final class Surroundings {
    /** Mails in stretches of time that are remembered, beyond which the oldest of these are forgotten. */
    static final int COUNTS_MAX = 50_000;

    /** By the stretch of time, of {@link Detector#REACH}, and the mail. */
    private final TreeMap<Long, Map<String, Count>> stretches = new TreeMap<>();

    private long since;
    private int counts;

    /** What happened to one mail in one stretch of time. */
    private static final class Count {
        private int deliveries;
        private int hits;
        private int links;
    }

    /** @param since nothing that is not told here occurred later than that, in milliseconds since 1970 UTC */
    public Surroundings(long since) {
        this.since = since;
    }

    /** Takes what was told. */
    public void add(MailHit hit) {
        if (hit.at() <= since) {
            return;
        }
        Map<String, Count> mails =
                stretches.computeIfAbsent(Math.floorDiv(hit.at(), Detector.REACH), stretch -> new HashMap<>());
        Count count = mails.computeIfAbsent(hit.message(), message -> {
            counts++;
            return new Count();
        });
        count.deliveries += hit.kind().isHit() ? 0 : 1;
        count.hits += hit.kind().isHit() ? 1 : 0;
        count.links += hit.link() == null ? 0 : 1;
        while (counts > COUNTS_MAX) {
            Map.Entry<Long, Map<String, Count>> oldest = stretches.pollFirstEntry();
            counts -= oldest.getValue().size();
            since = Math.max(since, (oldest.getKey() + 1) * Detector.REACH - 1);
        }
    }

    /**
     * False where the detector finds nothing suspect, by what lies beside other events, within its reach of this one.
     *
     * @param hit that was told, with all that is to be looked at beside it
     */
    public boolean maySuspect(MailHit hit) {
        if (hit.at() - Detector.REACH <= since) {
            return true;
        }
        long stretch = Math.floorDiv(hit.at(), Detector.REACH);
        int deliveries = 0;
        int hits = 0;
        int links = 0;
        for (Map<String, Count> mails :
                stretches.subMap(stretch - 1, true, stretch + 1, true).values()) {
            Count count = mails.get(hit.message());
            if (count != null) {
                deliveries += count.deliveries;
                hits += count.hits;
                links += count.links;
            }
        }
        return (deliveries > 0 && hits > 0) || links >= Detector.LINKS_LEAST;
    }
}
