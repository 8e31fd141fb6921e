package io.cupel.contract;

import io.cupel.contract.Node.Mapping;
import io.cupel.contract.Node.Pair;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code groups}. */
final class GroupReader {
    private final Reading reading;
    /** Of every signal in the file, faulty ones too; null where the kind is at fault. */
    private final Map<String, @Nullable Kind> kinds = new LinkedHashMap<>();

    private final Map<String, String> groupOf = new HashMap<>();

    GroupReader(Reading reading, List<Node> signals) {
        this.reading = reading;
        for (Node node : signals) {
            String name = node instanceof Mapping mapping ? plain(mapping, "name") : null;
            String kind = node instanceof Mapping mapping ? plain(mapping, "kind") : null;
            if (name != null) {
                kinds.put(name, kind == null ? null : SignalReader.KINDS.get(kind));
            }
        }
    }

    private static @Nullable String plain(Mapping mapping, String key) {
        Pair pair = mapping.pairs().get(key);
        return pair != null && pair.value() instanceof Scalar scalar ? scalar.value() : null;
    }

    List<Group> read(Fields contract) {
        List<Group> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : contract.items("groups", Limits.GROUPS_MAX)) {
            Fields fields = Fields.open(node, Shape.GROUP, reading.findings());
            if (fields == null) {
                continue;
            }
            String name = reading.name(fields, names);
            List<String> members = members(fields, name == null ? "" : name);
            Points cap = reading.points(fields, "cap");
            if (cap != null && !cap.isPositive()) {
                reading.add(Code.POINTS, fields.place("cap"), "a cap is above 0");
            }
            if (name != null && cap != null) {
                groups.add(new Group(name, members, cap));
            }
        }
        return groups;
    }

    private List<String> members(Fields fields, String group) {
        List<String> members = new ArrayList<>();
        Kind kind = null;
        List<Node> nodes = fields.items("signals", io.cupel.core.contract.Contract.SIGNALS_MAX);
        for (Node node : nodes) {
            String name = new Values(reading.findings()).text(node, "an entry of 'signals'", Limits.NAME_MAX);
            if (name == null) {
                continue;
            }
            if (!kinds.containsKey(name)) {
                reading.add(
                        Code.UNKNOWN_NAME,
                        node.place(),
                        "there is no signal '" + name + "'" + Nearest.question(name, kinds.keySet()));
                continue;
            }
            Kind own = kinds.get(name);
            if (groupOf.putIfAbsent(name, group) != null) {
                reading.add(Code.GROUP_MIXED, node.place(), "'" + name + "' is in a group already; keep it in one");
            } else if (own != null && kind != null && own != kind) {
                reading.add(
                        Code.GROUP_MIXED,
                        node.place(),
                        "'" + name + "' is of kind " + own.written() + ", but the group of kind " + kind.written()
                                + "; a group has signals of one kind");
            }
            kind = kind == null ? own : kind;
            members.add(name);
        }
        if (nodes.isEmpty() && fields.node("signals") instanceof Node.Items) {
            reading.add(Code.MISSING_KEY, fields.place("signals"), "a group needs at least one signal");
        }
        return members;
    }
}
