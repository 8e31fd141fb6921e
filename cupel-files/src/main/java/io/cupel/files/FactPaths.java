package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Signal;
import io.cupel.core.evidence.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which facts of an event the contract looks at: only these are kept. */
final class FactPaths {
    private static final String EVENT = "event.";

    private record What(EventType type, String name) {}

    private final Collection<Signal> signals;
    private final Map<What, List<String>> known = new HashMap<>();

    FactPaths(Contract contract) {
        this.signals = contract.signals();
    }

    /** The paths, without {@code event.}, that signals on such an event read. */
    List<String> of(EventType type, String name) {
        What what = new What(type, name);
        List<String> paths = known.get(what);
        if (paths == null) {
            paths = read(what);
            if (known.size() < 10_000) { // names come from files: there may be any number of them
                known.put(what, paths);
            }
        }
        return paths;
    }

    private List<String> read(What what) {
        Set<String> paths = new LinkedHashSet<>();
        for (Signal signal : signals) {
            String name = signal.on().name();
            if (signal.on().type() != what.type() || (name != null && !name.equals(what.name()))) {
                continue;
            }
            if (signal.when() != null) {
                signal.when().reads().stream().map(Read::path).forEach(paths::add);
            }
            if (signal.filters().distinct() != null) {
                paths.add(signal.filters().distinct());
            }
        }
        return paths.stream()
                .filter(path -> path.startsWith(EVENT))
                .map(path -> path.substring(EVENT.length()))
                .filter(path -> !path.equals("type") && !path.equals("name"))
                .toList();
    }
}
