package io.cupel.core.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a lead are suspect, by all that was said about it; the order in which it was said makes no
 * difference. The newest word of a person holds. The detector's marks hold while nobody released the event. Immutable.
 */
final class Suspicions {
    static final Suspicions NONE = new Suspicions(Map.of());

    /** By the message id of the event. */
    private final Map<String, Doubt> doubts;

    /** What was said about one event. */
    private static final class Doubt {
        private final TreeSet<String> reasons = new TreeSet<>(CodePointOrder.INSTANCE);
        private boolean isDetected;
        private @Nullable Suspicion newest;

        void take(Suspicion word) {
            if (word.verdict() == Suspicion.Verdict.MARK) {
                reasons.addAll(word.reasons());
                if (word.isDetected()) {
                    isDetected = true;
                    return;
                }
            }
            if (newest == null || Act.ORDER.compare(newest, word) < 0) {
                newest = word;
            }
        }

        boolean isSuspect() {
            return newest == null ? isDetected : newest.verdict() == Suspicion.Verdict.MARK;
        }
    }

    private Suspicions(Map<String, Doubt> doubts) {
        this.doubts = doubts;
    }

    static Suspicions of(Collection<Sighting> words) {
        Map<String, Doubt> doubts = new HashMap<>(0);
        for (Sighting word : words) {
            if (word.act() instanceof Suspicion said) {
                said.events()
                        .forEach(event -> doubts.computeIfAbsent(event, each -> new Doubt())
                                .take(said));
            }
        }
        return doubts.isEmpty() ? NONE : new Suspicions(doubts);
    }

    /** Whether nothing was ever said. */
    boolean isEmpty() {
        return doubts.isEmpty();
    }

    boolean has(Event event) {
        if (doubts.isEmpty()) {
            return false; // as nearly always: the id is not asked for
        }
        Doubt doubt = doubts.get(event.id());
        return doubt != null && doubt.isSuspect();
    }

    /** All reasons that were ever given for a suspect event. */
    List<String> reasons(Event event) {
        Doubt doubt = doubts.get(event.id());
        return doubt == null ? List.of() : List.copyOf(doubt.reasons);
    }

    /** Those of these that are suspect, or those that are not; the same list where nothing was said. */
    List<Event> among(List<Event> events, boolean suspect) {
        if (doubts.isEmpty()) {
            return suspect ? List.of() : events;
        }
        return events.stream().filter(event -> has(event) == suspect).toList();
    }

    /** The reasons of what is suspect, by message id. */
    Map<String, List<String>> all() {
        Map<String, List<String>> all = new TreeMap<>();
        doubts.forEach((event, doubt) -> {
            if (doubt.isSuspect()) {
                all.put(event, List.copyOf(doubt.reasons));
            }
        });
        return all;
    }
}
