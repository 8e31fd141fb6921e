package io.cupel.files;

import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Identities;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All leads that files tell of. */
public final class Population {
    private static final int NEAREST = 3;

    private final Gathering gathering;
    private final Identities identities;
    private final @Nullable Long newest;
    private final Read read;
    /** Where the files tell the order in which they were received; else null. */
    private final @Nullable ReceivedOrder order;

    /** What became of the files, and which ids of theirs no record has any more. */
    record Read(Counts counts, List<FileCount> files, Set<String> goneIds) {
        Read {
            files = List.copyOf(files);
            goneIds = Set.copyOf(goneIds);
        }
    }

    Population(Gathering gathering, OptionalLong newest, Read read) {
        this(gathering, newest, read, null);
    }

    Population(Gathering gathering, OptionalLong newest, Read read, @Nullable ReceivedOrder order) {
        this.order = order;
        this.gathering = gathering;
        this.identities = gathering.identities();
        this.newest = newest.isPresent() ? newest.getAsLong() : null;
        this.read = read;
    }

    /** How many leads there are. */
    public int size() {
        return order == null ? gathering.size() : order.size();
    }

    /** All that is known about the lead at a place, in code-point order of the lead ids; made anew by each call. */
    public Evidence evidence(int place) {
        return order == null ? gathering.evidence(place) : order.evidence(place);
    }

    /** In code-point order of the lead ids; each is made when it is asked for. */
    public List<Evidence> evidence() {
        return order == null ? gathering.evidence() : order.evidence();
    }

    /** Whether the calls tell their positions in the log of a server, so that each is judged when it was received. */
    public boolean isInLogOrder() {
        return order != null;
    }

    /**
     * What holds of one of the leads at an instant.
     *
     * @param asOf in milliseconds since 1970 UTC; in log order that up to which the log was read, or a later one
     */
    public Judgement judge(Judge judge, Evidence lead, long asOf) {
        return order == null ? judge.judge(lead, asOf) : order.judgement(lead.lead(), asOf);
    }

    /** The smallest things that would be enough for one of the leads to qualify. */
    public List<Enough.Way> enough(Judge judge, Evidence lead, long asOf) {
        return order == null ? Enough.of(judge, lead, asOf) : order.enough(lead.lead(), asOf);
    }

    /**
     * When the newest event not later than the present occurred, in log order when the last call was received; null
     * where there is none.
     */
    public @Nullable Long newest() {
        return newest;
    }

    /** Whether nothing is known of what anybody did, so that only the fit can be judged. */
    public boolean withoutEvents() {
        return evidence().stream().allMatch(lead -> lead.events().isEmpty());
    }

    public Counts counts() {
        return read.counts();
    }

    /** What became of each file: tables of leads, companies and deals first, then calls, as they were given. */
    public List<FileCount> files() {
        return read.files();
    }

    /** Ids of other systems, such as {@code salesforce:00Q…}, whose records were merged into others and are no more. */
    public Set<String> goneIds() {
        return read.goneIds();
    }

    /**
     * The lead with this id, or with this user id, e-mail address, phone number or id of another system among its own;
     * the name of the system may be left out where that makes it nobody else's.
     */
    public Optional<Evidence> find(String key) {
        Optional<String> whole = identities.find(key.strip());
        if (whole.isPresent()) {
            return whole.map(this::lead);
        }
        List<String> found = CrmIds.candidates(key.strip()).stream()
                .flatMap(id -> identities.find(id).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(lead(found.get(0))) : Optional.empty();
    }

    /** The ids and addresses that look most like a text, the nearest first; none that looks quite different. */
    public List<String> nearest(String key) {
        return identities.nearest(key.strip(), NEAREST);
    }

    private Evidence lead(String id) {
        return order == null
                ? evidence(Collections.binarySearch(identities.leads(), id, CodePointOrder.INSTANCE))
                : order.evidence(id);
    }
}
