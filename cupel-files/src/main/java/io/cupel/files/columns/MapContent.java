package io.cupel.files.columns;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands in a mapping file, checked as far as that can be done without the table and the contract. */
record MapContent(
        TableKind kind,
        @Nullable DateOrder dates,
        @Nullable ZoneId zone,
        boolean idIsRow,
        Map<String, MapNode> columns,
        Map<String, MapNode> constants,
        Map<String, Placement> stages) {
    private static final List<String> KEYS = List.of("kind", "dates", "zone", "id", "columns", "stages", "constants");

    static MapContent read(String file, MapNode root) throws MapFault {
        return new Reader(file, root).content();
    }

    /** Reads key by key; a fault hides no other. */
    private static final class Reader {
        private final String file;
        private final MapNode root;
        private final List<String> faults = new ArrayList<>();

        Reader(String file, MapNode root) {
            this.file = file;
            this.root = root;
        }

        MapContent content() throws MapFault {
            root.entries().forEach((key, node) -> {
                if (!KEYS.contains(key)) {
                    fault(node, "a mapping file has no key '" + ShownName.of(key) + "'" + Nearest.question(key, KEYS));
                }
            });
            TableKind kind = kind();
            MapContent content = new MapContent(kind, dates(), zone(), idIsRow(), columns(kind), constants(), stages());
            if (content.columns().isEmpty() && !root.entries().containsKey("columns")) {
                faults.add(file + ":1:1: the key 'columns' is missing: it says what each column tells");
            }
            if (!faults.isEmpty()) {
                throw new MapFault(faults);
            }
            return content;
        }

        private TableKind kind() {
            MapNode node = root.entries().get("kind");
            List<String> names = new ArrayList<>();
            for (TableKind kind : TableKind.values()) {
                if (node == null ? kind == TableKind.LEADS : kind.written().equals(node.text())) {
                    return kind;
                }
                names.add(kind.written());
            }
            if (node != null) {
                fault(node, "'kind' is one of " + String.join(", ", names) + Nearest.question(node.text(), names));
            }
            return TableKind.LEADS;
        }

        private @Nullable DateOrder dates() {
            MapNode node = root.entries().get("dates");
            for (DateOrder order : DateOrder.values()) {
                if (node != null && order.written().equals(node.text())) {
                    return order;
                }
            }
            if (node != null) {
                fault(node, "'dates' is day-first or month-first");
            }
            return null;
        }

        private @Nullable ZoneId zone() {
            MapNode node = root.entries().get("zone");
            if (node == null) {
                return null;
            }
            return ZoneName.read(node.text()).orElseGet(() -> {
                fault(node, "'" + ShownName.of(node.text()) + "' is no zone: " + ZoneName.remedy(node.text()));
                return null;
            });
        }

        private boolean idIsRow() {
            MapNode node = root.entries().get("id");
            if (node != null && !node.text().equals("row")) {
                fault(node, "'id' is row, for a table without ids: the place of the row is the id");
            }
            return node != null;
        }

        private Map<String, MapNode> columns(TableKind kind) {
            Map<String, MapNode> columns = mapping("columns");
            columns.forEach((name, node) -> {
                if (node.isMapping() || !Targets.isKnown(kind, node.text())) {
                    fault(
                            node,
                            "'" + ShownName.of(node.text()) + "' is nothing that a column of " + kind.written()
                                    + " tells" + Nearest.question(node.text(), Targets.examples(kind)));
                }
            });
            return columns;
        }

        private Map<String, MapNode> constants() {
            Map<String, MapNode> constants = mapping("constants");
            constants.values().stream().filter(MapNode::isMapping).forEach(node -> fault(node, "is one text"));
            return constants;
        }

        private Map<String, Placement> stages() {
            Map<String, Placement> stages = new TreeMap<>();
            List<String> names = new ArrayList<>();
            for (Placement placement : Placement.values()) {
                names.add(placement.written());
            }
            mapping("stages")
                    .forEach((value, node) -> Placement.of(node.text().toLowerCase(Locale.ROOT))
                            .ifPresentOrElse(
                                    placement -> stages.put(value, placement),
                                    () -> fault(
                                            node,
                                            "a stage is one of " + String.join(", ", names)
                                                    + Nearest.question(node.text(), names))));
            return Collections.unmodifiableMap(stages);
        }

        private Map<String, MapNode> mapping(String key) {
            MapNode node = root.entries().get(key);
            if (node == null) {
                return Map.of();
            }
            if (!node.isMapping()) {
                if (!node.text().isBlank()) {
                    fault(node, "'" + key + "' is a mapping: lines such as 'Work mail: lead.email'");
                }
                return Map.of();
            }
            return Collections.unmodifiableMap(new LinkedHashMap<>(node.entries()));
        }

        private void fault(MapNode node, String what) {
            faults.add(file + ":" + node.line() + ":" + node.column() + ": " + what);
        }
    }
}
