package io.cupel.core.engine;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Signal;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Happening;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The signature of each event: by its type and name first, then by what the conditions of the signals there can tell
 * apart.
 */
final class Signatures {
    private final List<Signal> signals;
    private final Map<List<Integer>, Signature> interned = new ConcurrentHashMap<>();
    private final Map<EventType, Map<String, Remembered<Signature>>> named = new EnumMap<>(EventType.class);
    private final Map<EventType, Remembered<Signature>> others = new EnumMap<>(EventType.class);
    private final Signature none;

    Signatures(List<Signal> signals) {
        this.signals = signals;
        this.none = interned(List.of());
        for (EventType type : EventType.values()) {
            Set<String> names = new HashSet<>();
            signals.stream()
                    .filter(signal -> signal.on().type() == type)
                    .map(signal -> signal.on().name())
                    .forEach(name -> names.add(name == null ? "" : name));
            names.remove("");
            Map<String, Remembered<Signature>> routes = new HashMap<>();
            names.forEach(name -> routes.put(name, route(type, name)));
            named.put(type, routes);
            others.put(type, route(type, ""));
        }
    }

    Signature of(Event event) {
        return event.happening().concluded(this, this::found);
    }

    private Signature found(Happening happening) {
        Map<String, Remembered<Signature>> routes = named.get(happening.type());
        Remembered<Signature> route = routes == null ? null : routes.get(happening.name());
        if (route == null) {
            route = others.get(happening.type());
        }
        return route == null ? none : route.of(happening);
    }

    /** The signature of an imagined event that matches this one signal and no other. */
    Signature only(int signal) {
        return interned(List.of(signal));
    }

    private Remembered<Signature> route(EventType type, String name) {
        List<Integer> candidates = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            String wanted = signal.on().name();
            if (signal.on().type() == type && (wanted == null || wanted.equals(name))) {
                candidates.add(i);
                if (signal.when() != null) {
                    conditions.add(signal.when());
                }
            }
        }
        return new Remembered<>(Cells.of(conditions), facts -> matching(candidates, facts));
    }

    private Signature matching(List<Integer> candidates, Facts facts) {
        List<Integer> matched = new ArrayList<>();
        for (int candidate : candidates) {
            Condition when = signals.get(candidate).when();
            if (when == null || when.ask(facts).isTrue()) {
                matched.add(candidate);
            }
        }
        return interned(matched);
    }

    private Signature interned(List<Integer> matched) {
        return interned.computeIfAbsent(
                List.copyOf(matched),
                places -> new Signature(
                        chosen(places, place -> signals.get(place).isUnfiltered()),
                        chosen(places, place -> !signals.get(place).isUnfiltered()),
                        chosen(places, place -> signals.get(place).qualifies() != null)));
    }

    private static int[] chosen(List<Integer> places, java.util.function.IntPredicate wanted) {
        return places.stream().mapToInt(Integer::intValue).filter(wanted).toArray();
    }
}
