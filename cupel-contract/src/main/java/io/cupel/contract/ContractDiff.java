package io.cupel.contract;

import io.cupel.core.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed from one contract to another, in lines that both who sign can read. */
public final class ContractDiff {
    /** Entries of a list that are shown at most when many come or go. */
    private static final int ENTRIES_SHOWN_MAX = 20;

    private final List<String> lines = new ArrayList<>();

    private ContractDiff() {}

    /** Line by line; empty just when both mean the same. */
    public static List<String> between(Contract before, Contract after) {
        ContractDiff diff = new ContractDiff();
        Map<String, Item> old = byKey(Portrait.of(before));
        Map<String, Item> young = byKey(Portrait.of(after));
        diff.lists(before.lists(), after.lists());
        diff.changed(old, young);
        diff.comingAndGoing(old, young);
        diff.order(old, young);
        return List.copyOf(diff.lines);
    }

    private static Map<String, Item> byKey(List<Item> items) {
        Map<String, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        return byKey;
    }

    private void changed(Map<String, Item> old, Map<String, Item> young) {
        young.forEach((key, item) -> {
            Item before = old.get(key);
            if (before != null) {
                item.values().forEach((label, value) -> {
                    String was = before.values().getOrDefault(label, Item.ABSENT);
                    if (!was.equals(value)) {
                        lines.add(item.changed(label, was, value));
                    }
                });
            }
        });
    }

    private void comingAndGoing(Map<String, Item> old, Map<String, Item> young) {
        List<Item> coming = missing(young, old);
        for (Item gone : missing(old, young)) {
            Item renamed = coming.stream()
                    .filter(item ->
                            item.kind().equals(gone.kind()) && !item.kind().isEmpty())
                    .filter(item -> item.values().equals(gone.values()))
                    .findFirst()
                    .orElse(null);
            if (renamed == null) {
                lines.add("- " + gone.announced());
            } else {
                coming.remove(renamed);
                lines.add(gone.kind() + " " + gone.name() + " → " + renamed.name());
            }
        }
        coming.forEach(item -> lines.add("+ " + item.announced()));
    }

    private static List<Item> missing(Map<String, Item> items, Map<String, Item> others) {
        return items.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The order matters to exclusions, of which the first is named, and to signals that give the same points. */
    private void order(Map<String, Item> old, Map<String, Item> young) {
        Set<String> kinds =
                young.values().stream().map(Item::kind).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String kind : kinds) {
            // Rates and attributes are named sets, of which no order is meant.
            if (kind.isEmpty() || kind.equals("rate of") || kind.equals("attribute")) {
                continue;
            }
            List<String> before = common(old, young, kind);
            List<String> after = common(young, old, kind);
            if (!before.equals(after)) {
                lines.add(
                        "order of each " + kind + ": " + String.join(", ", before) + " → " + String.join(", ", after));
            }
        }
    }

    private static List<String> common(Map<String, Item> items, Map<String, Item> others, String kind) {
        return items.values().stream()
                .filter(item -> item.kind().equals(kind) && others.containsKey(item.key()))
                .map(Item::name)
                .toList();
    }

    private void lists(Map<String, List<Object>> old, Map<String, List<Object>> young) {
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(young.keySet());
        for (String name : names) {
            List<Object> before = old.get(name);
            List<Object> after = young.get(name);
            if (before == null || after == null) {
                lines.add((before == null ? "+ list " : "- list ") + name + " (" + entries(before, after) + ")");
            } else if (!before.equals(after)) {
                lines.add("list " + name + ": " + changes(before, after));
            }
        }
    }

    private static String entries(@Nullable List<Object> before, @Nullable List<Object> after) {
        List<Object> entries = before == null ? after : before;
        return entries == null || entries.isEmpty()
                ? Item.ABSENT
                : shown(entries.stream().map(Object::toString));
    }

    private static String changes(List<Object> before, List<Object> after) {
        Set<Object> old = new LinkedHashSet<>(before);
        Set<Object> young = new LinkedHashSet<>(after);
        Stream<String> gone =
                old.stream().filter(entry -> !young.contains(entry)).map(entry -> "- " + entry);
        Stream<String> come =
                young.stream().filter(entry -> !old.contains(entry)).map(entry -> "+ " + entry);
        String changes = shown(Stream.concat(gone, come));
        return changes.isEmpty() ? "the same entries in another order or number" : changes;
    }

    private static String shown(Stream<String> entries) {
        List<String> all = entries.toList();
        String shown = all.stream().limit(ENTRIES_SHOWN_MAX).collect(Collectors.joining(", "));
        return all.size() <= ENTRIES_SHOWN_MAX ? shown : shown + ", and " + (all.size() - ENTRIES_SHOWN_MAX) + " more";
    }
}
