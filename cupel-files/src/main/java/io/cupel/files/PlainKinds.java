package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.ByteTable;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls of one type and name have in common, remembered by the bytes of type and name. */
final class PlainKinds {
    /** Names come from files: there may be any number of them. */
    private static final int KINDS_MAX = 10_000;
    /** What other types tell depends on more than is looked at here. */
    private static final Set<EventType> LEFT = EnumSet.of(EventType.GROUP, EventType.ALIAS);

    /**
     * Calls of one type and name.
     *
     * @param number among the kinds
     * @param facts from where the facts come that the contract looks at
     * @param hasTraits whether the call's own traits tell of the person
     * @param told what the kind itself tells of the person, as a bounce does
     */
    record Kind(int number, List<PlainFact> facts, boolean hasTraits, Map<String, Object> told) {}

    private final PartReader parts;
    private final FactPaths paths;
    private final ByteTable known = new ByteTable();
    private final List<@Nullable Kind> kinds = new ArrayList<>();
    private final KeyBytes key = new KeyBytes();

    PlainKinds(Contract contract, PartReader parts) {
        this.parts = parts;
        this.paths = new FactPaths(contract);
    }

    /** The kind of a call; null where it has to be read in full. */
    @Nullable
    Kind of(PlainNodes nodes) throws Refusal {
        key.clear()
                .add(nodes.scan, nodes.bytes, nodes.type())
                .add(nodes.scan, nodes.bytes, nodes.event())
                .add(nodes.scan, nodes.bytes, nodes.name());
        int number = known.get(key.bytes(), 0, key.length(), key.hash());
        if (number == ByteTable.UNKNOWN) {
            if (kinds.size() == KINDS_MAX) {
                return null;
            }
            number = kinds.size();
            kinds.add(kind(number, parts.kind(nodes)));
            known.put(key.bytes(), 0, key.length(), key.hash(), number);
        }
        return kinds.get(number);
    }

    private @Nullable Kind kind(int number, Sighting sample) {
        Event event = sample.event();
        if (event == null || sample.act() != null || sample.company() != null || LEFT.contains(event.type())) {
            return null;
        }
        List<PlainFact> facts = new ArrayList<>();
        for (String path : paths.of(event.type(), event.name())) {
            PlainFact fact = PlainFact.of(path);
            if (fact == null) {
                return null;
            }
            facts.add(fact);
        }
        return new Kind(number, facts, event.type() == EventType.IDENTIFY, sample.values());
    }
}
