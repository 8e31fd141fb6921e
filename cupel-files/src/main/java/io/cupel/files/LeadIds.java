package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which tables of leads know their leads. Other tables often write them without the name of their system:
 * {@code 901} is {@code hubspot:901} where exactly one system of the leads tables has that id. Safe for several
 * threads.
 */
final class LeadIds {
    /** Of no tables. */
    static final LeadIds NONE = new LeadIds(CompletableFuture.completedFuture(List.of()));

    private static final String UNKNOWN = "export:";

    private final CompletableFuture<List<Sighting>> told;
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private @Nullable Index index;

    /** @param users ids that are no system's but the company's own */
    private record Index(Set<String> ids, Set<String> systems, Set<String> users) {}

    /** @param told by the tables; whoever asks for an id waits for it */
    LeadIds(CompletableFuture<List<Sighting>> told) {
        this.told = told;
    }

    /**
     * The id with its system, as a leads table tells it; null where none does, or where several systems have it.
     *
     * @param doubts told of an id that several systems have
     */
    @Nullable
    String whole(String told, Unreadables doubts) {
        Index known = index();
        if (known.ids().contains(told)) {
            return told;
        }
        if (known.users().contains(told)) {
            return null;
        }
        String bare = told.startsWith(UNKNOWN) ? told.substring(UNKNOWN.length()) : told;
        Set<String> candidates = new TreeSet<>();
        for (String system : known.systems()) {
            String whole = CrmIds.one(system, bare);
            if (known.ids().contains(whole)) {
                candidates.add(whole);
            }
        }
        if (candidates.size() > 1) {
            doubts.add("which record is meant", ofSeveral(candidates));
        }
        if (candidates.size() != 1) {
            return null;
        }
        String whole = candidates.iterator().next();
        found.add(system(whole));
        return whole;
    }

    private static String ofSeveral(Set<String> ids) {
        List<String> systems = ids.stream().map(LeadIds::system).distinct().toList();
        return "is an id that several systems of the leads tables have (" + String.join(", ", systems)
                + ") and is used for none of them; write the system before it, such as " + example(systems);
    }

    /** How an id is written, for people: of a system that the leads tables tell of by its name, if there is one. */
    String example() {
        return example(index().systems());
    }

    private static String example(Collection<String> systems) {
        String system = systems.stream()
                .filter(each -> !UNKNOWN.startsWith(each))
                .findFirst()
                .orElse("hubspot");
        return system + (system.equals("salesforce") ? ":00Q…" : ":901");
    }

    /** Which systems' ids stood without their names, in a sentence; none where none did. */
    Collection<String> sentences() {
        return found.isEmpty()
                ? List.of()
                : List.of("ids without a system, in tables of events, touches and outcomes, are those of the leads"
                        + " tables: " + String.join(", ", found));
    }

    private synchronized Index index() {
        if (index == null) {
            Set<String> ids = new HashSet<>();
            Set<String> systems = new TreeSet<>();
            Set<String> users = new HashSet<>();
            for (Sighting each : told.join()) {
                if (each.fromRow()) {
                    each.keys().crm().forEach(id -> {
                        ids.add(id);
                        systems.add(system(id));
                    });
                    if (each.keys().user() != null) {
                        users.add(each.keys().user());
                    }
                }
            }
            index = new Index(ids, systems, users);
        }
        return index;
    }

    private static String system(String whole) {
        return whole.substring(0, whole.indexOf(':'));
    }
}
