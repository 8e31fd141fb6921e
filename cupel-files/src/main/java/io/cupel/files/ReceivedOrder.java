package io.cupel.files;

import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The leads of a log that was judged entry by entry. Safe for several threads, which wait for each other. */
final class ReceivedOrder {
    private final LogReplay replay;
    private final List<LogReplay.Lead> leads;
    private final Map<String, LogReplay.Lead> byId = new HashMap<>();

    ReceivedOrder(LogReplay replay) {
        this.replay = replay;
        this.leads = replay.leads();
        leads.forEach(lead -> byId.put(lead.id(), lead));
    }

    int size() {
        return leads.size();
    }

    synchronized Evidence evidence(int place) {
        return replay.evidence(leads.get(place));
    }

    synchronized Evidence evidence(String id) {
        return replay.evidence(lead(id));
    }

    synchronized List<Evidence> evidence() {
        return leads.stream().map(replay::evidence).toList();
    }

    synchronized Judgement judgement(String id, long asOf) {
        return replay.judgement(lead(id), asOf);
    }

    synchronized List<Enough.Way> enough(String id, long asOf) {
        return replay.enough(lead(id), asOf);
    }

    private LogReplay.Lead lead(String id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
