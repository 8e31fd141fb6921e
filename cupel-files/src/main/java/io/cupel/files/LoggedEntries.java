package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.FileFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a log, in whatever order its files tell them. All of them are in memory. */
final class LoggedEntries {
    private final Map<Long, Entry> byPosition = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    /**
     * An entry.
     *
     * @param fingerprint of what the call says
     * @param file in which it stands, for messages
     */
    record Entry(LogPlace place, Sighting sighting, long fingerprint, String file, long line) {
        boolean isSame(Entry other) {
            return place.equals(other.place)
                    && fingerprint == other.fingerprint
                    && sighting.order().equals(other.sighting.order());
        }

        String where() {
            return file + ":" + line;
        }
    }

    /**
     * Takes a call in.
     *
     * @return whether it was not there before
     * @throws FileFault if another call has its position, or the same message has another one
     */
    boolean add(LogPlace place, Sighting sighting, long fingerprint, String file, long line) throws FileFault {
        Entry entry = new Entry(place, sighting, fingerprint, file, line);
        Entry same = byPosition.putIfAbsent(place.position(), entry);
        if (same != null) {
            if (same.isSame(entry)) {
                return false;
            }
            throw new FileFault(
                    file,
                    line,
                    "has log position " + place.position() + ", as another call has at " + same.where()
                            + "; exports of one server alone make a log: " + LogPlace.REMEDY);
        }
        Long earlier = positions.putIfAbsent(sighting.order(), place.position());
        if (earlier != null) {
            throw new FileFault(
                    file,
                    line,
                    "has the message id of the call at log position " + earlier + ", and a log has each once; "
                            + LogPlace.REMEDY);
        }
        return true;
    }

    /**
     * All entries by their positions.
     *
     * @param until the instant up to which they were received; null for all
     * @throws FileFault if one was received before another that stands before it
     */
    List<Entry> inOrder(@Nullable Long until) throws FileFault {
        positions.clear();
        List<Entry> entries = new ArrayList<>(byPosition.values());
        byPosition.clear();
        entries.sort(Comparator.comparingLong(entry -> entry.place().position()));
        long received = Long.MIN_VALUE;
        for (Entry entry : entries) {
            if (entry.place().received() < received) {
                throw new FileFault(
                        entry.file(),
                        entry.line(),
                        "has log position " + entry.place().position()
                                + ", but was received before a call that has a smaller one; " + LogPlace.REMEDY);
            }
            received = entry.place().received();
        }
        if (until != null) {
            entries.removeIf(entry -> entry.place().received() > until);
        }
        return entries;
    }
}
