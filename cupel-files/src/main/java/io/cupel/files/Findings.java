package io.cupel.files;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;

/**
 * What reading finds that people should know: what is refused, what cannot be read, what is odd. Not for several
 * threads: what is read beside other files has findings of its own, told behind theirs.
 */
final class Findings {
    private final LeadFiles.Listener listener;
    private final boolean strict;
    private final ZoneId zone;
    private final Rejections rejections;
    private final Unreadables unreadables = new Unreadables();
    private final ActNotes acts;

    /**
     * Findings that are told at once.
     *
     * @param strict whether the first refusal ends the reading
     * @param zone in which a date without a time of day begins
     */
    Findings(LeadFiles.Listener listener, boolean strict, ZoneId zone) {
        this.listener = listener;
        this.strict = strict;
        this.zone = zone;
        this.rejections = new Rejections(listener, strict);
        this.acts = new ActNotes(zone);
    }

    /**
     * Findings of files that stand behind others and are read beside them: whoever has something to tell waits until
     * the others have told all of theirs.
     */
    Findings behind(CompletableFuture<?> others) {
        return new Findings(new Later(listener, others), strict, zone);
    }

    LeadFiles.Listener listener() {
        return listener;
    }

    /** In which a date without a time of day begins. */
    ZoneId zone() {
        return zone;
    }

    Rejections rejections() {
        return rejections;
    }

    Unreadables unreadables() {
        return unreadables;
    }

    ActNotes acts() {
        return acts;
    }

    /** Takes over the findings of what stands behind all this. */
    void takeOver(Findings behind) {
        rejections.takeOver(behind.rejections);
        unreadables.takeOver(behind.unreadables, 0);
        acts.takeOver(behind.acts);
    }

    /** Waits before it tells. */
    private record Later(LeadFiles.Listener listener, CompletableFuture<?> others) implements LeadFiles.Listener {
        @Override
        public void progress(long bytesDone, long bytesTotal) {
            listener.progress(bytesDone, bytesTotal);
        }

        @Override
        public void rejected(Rejected rejected) {
            await();
            listener.rejected(rejected);
        }

        @Override
        public void note(String sentence) {
            await();
            listener.note(sentence);
        }

        /** If the others fail, they are cancelled, and nothing is told any more. */
        private void await() {
            others.join();
        }
    }
}
