package io.cupel.contract;

import io.cupel.contract.Node.Broken;
import io.cupel.contract.Node.Items;
import io.cupel.contract.Node.Mapping;
import io.cupel.contract.Node.Pair;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the file, read key by key. What is absent or at fault reads as null; a fault is among the findings.
 */
final class Fields {
    private final Mapping mapping;
    private final Values values;
    private final Findings findings;

    private Fields(Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.values = new Values(findings);
        this.findings = findings;
    }

    /** The mapping, its keys checked against the shape; null where the node is no mapping. */
    static @Nullable Fields open(Node node, Shape shape, Findings findings) {
        Mapping mapping = new Values(findings).mapping(node, shape.title());
        if (mapping == null) {
            return null;
        }
        for (Map.Entry<String, Pair> pair : mapping.pairs().entrySet()) {
            if (!shape.keys().contains(pair.getKey())) {
                findings.add(
                        Code.UNKNOWN_KEY,
                        pair.getValue().keyPlace(),
                        shape.title() + " has no key '" + pair.getKey() + "'"
                                + Nearest.question(pair.getKey(), shape.keys()));
            }
        }
        for (String key : shape.keys()) {
            if (shape.required().contains(key) && !mapping.pairs().containsKey(key)) {
                findings.add(Code.MISSING_KEY, mapping.place(), shape.title() + " needs the key '" + key + "'");
            }
        }
        return new Fields(mapping, findings);
    }

    Place place() {
        return mapping.place();
    }

    boolean has(String key) {
        return mapping.pairs().containsKey(key);
    }

    /** Where the value of a key stands; of an absent one, where the mapping does. */
    Place place(String key) {
        Pair pair = mapping.pairs().get(key);
        return pair == null ? mapping.place() : pair.value().place();
    }

    Place keyPlace(String key) {
        Pair pair = mapping.pairs().get(key);
        return pair == null ? mapping.place() : pair.keyPlace();
    }

    @Nullable
    Node node(String key) {
        Pair pair = mapping.pairs().get(key);
        if (pair == null || pair.value() instanceof Broken) {
            return null;
        }
        if (pair.value() instanceof Scalar scalar && scalar.isNothing()) {
            findings.add(Code.WRONG_SHAPE, pair.keyPlace(), "'" + key + "' has no value; give it one or leave it out");
            return null;
        }
        return pair.value();
    }

    @Nullable
    Fields fields(String key, Shape shape) {
        Node node = node(key);
        return node == null ? null : open(node, shape, findings);
    }

    /** The entries of a list; empty where there is none. */
    List<Node> items(String key, int most) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        Items items = values.items(node, "'" + key + "'", most);
        return items == null ? List.of() : items.nodes();
    }

    @Nullable
    Scalar scalar(String key) {
        Node node = node(key);
        return node == null ? null : values.text(node, "'" + key + "'");
    }

    @Nullable
    String text(String key, int longest) {
        Node node = node(key);
        return node == null ? null : values.text(node, "'" + key + "'", longest);
    }

    @Nullable
    Long whole(String key, long least, long most) {
        Node node = node(key);
        return node == null ? null : values.whole(node, key, least, most);
    }

    @Nullable
    Boolean truth(String key) {
        Node node = node(key);
        return node == null ? null : values.truth(node, key);
    }

    <E> @Nullable E choice(String key, Map<String, E> choices) {
        Node node = node(key);
        return node == null ? null : values.choice(node, "'" + key + "'", choices);
    }
}
