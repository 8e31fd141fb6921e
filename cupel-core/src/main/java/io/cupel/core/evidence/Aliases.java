package io.cupel.core.evidence;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what is not known yet as a lead's key: keys that an alias named with it. */
final class Aliases {
    private final Archive archive;
    private final Function<String, @Nullable KnownKey> keys;
    private final Map<String, Set<KnownKey>> waiting = new HashMap<>();

    Aliases(Archive archive, Function<String, @Nullable KnownKey> keys) {
        this.archive = archive;
        this.keys = keys;
    }

    /** A key that an alias named together with what is no key yet. */
    void wait(String previous, KnownKey key, Filing filing) {
        waiting(previous).add(key);
        filing.wait(previous, key);
    }

    /** What is becoming a key: the keys that were waiting for it. */
    Set<KnownKey> answer(String node, Filing filing) {
        Set<KnownKey> all = waiting(node);
        if (!all.isEmpty()) {
            waiting.put(node, new LinkedHashSet<>());
            filing.answer(node);
        }
        return all;
    }

    void forget(KnownKey key) {
        waiting.values().forEach(each -> each.remove(key));
    }

    private Set<KnownKey> waiting(String previous) {
        Set<KnownKey> all = waiting.get(previous);
        if (all == null) {
            all = new LinkedHashSet<>();
            for (String node : archive.aliases(previous)) {
                all.add(Objects.requireNonNull(keys.apply(node)));
            }
            waiting.put(previous, all);
        }
        return all;
    }
}
