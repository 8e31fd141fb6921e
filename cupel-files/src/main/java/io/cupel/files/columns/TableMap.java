package io.cupel.files.columns;

import io.cupel.core.evidence.AttributeType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mapping file says about a table: of which kind it is and what each column tells. Immutable. */
public final class TableMap {
    /** The fit of a mapping to a table that has all of its columns. */
    public static final long FIT_MAX = 1_000;

    private final String file;
    private final MapContent content;

    private TableMap(String file, MapContent content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads a mapping file.
     *
     * @throws MapFault with all faults of the file, if it has any
     * @throws IOException if it cannot be read
     */
    public static TableMap read(Path file) throws IOException {
        if (Files.size(file) > MapYaml.FILE_MAX) {
            throw new MapFault(List.of(file + ": is larger than 1 MB; a mapping file is a page or two"));
        }
        return of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** The same of a text that stands in a file of that name. */
    public static TableMap of(String file, String text) throws MapFault {
        return new TableMap(file, MapContent.read(file, MapYaml.read(file, text)));
    }

    public String file() {
        return file;
    }

    public TableKind kind() {
        return content.kind();
    }

    /** Which number of a date is the day; null where the columns must prove it. */
    public @Nullable DateOrder dates() {
        return content.dates();
    }

    /** Of times without an offset; null for the zone that holds anyway. */
    public @Nullable ZoneId zone() {
        return content.zone();
    }

    /** Whether the place of a row names its lead. */
    public boolean idIsRow() {
        return content.idIsRow();
    }

    /** What values of stages mean, beside those that are known. */
    public Map<String, Placement> stages() {
        return content.stages();
    }

    /** What holds for all rows, by the attribute's path or the column's name. */
    public Map<String, String> constants() {
        Map<String, String> constants = new HashMap<>();
        content.constants().forEach((name, node) -> constants.put(name, node.text()));
        return constants;
    }

    /** Whether it is about a table with this header: at least half of the columns that it names are there. */
    public boolean matches(List<String> header) {
        long found = found(header);
        return found > 0 && 2 * found >= content.columns().size();
    }

    /** How many of a thousand of its columns a header has. */
    public long fit(List<String> header) {
        return content.columns().isEmpty()
                ? 0
                : FIT_MAX * found(header) / content.columns().size();
    }

    /** How many of its columns a header has, of how many: to say why it is about no table. */
    public String share(List<String> header) {
        return found(header) + " of " + content.columns().size();
    }

    private long found(List<String> header) {
        return content.columns().keySet().stream()
                .filter(name -> place(header, name) >= 0)
                .count();
    }

    /**
     * The table's columns as the mapping tells them; what it does not name is not used.
     *
     * @param attributes the paths that the contract knows, with their types
     * @throws MapFault if it names a column that the table lacks, or an attribute that the contract lacks
     */
    public Columns columns(List<String> header, Map<String, AttributeType> attributes) throws MapFault {
        List<String> faults = new ArrayList<>();
        List<List<Target>> targets = new ArrayList<>();
        header.forEach(name -> targets.add(List.of()));
        content.columns().forEach((name, node) -> {
            int place = place(header, name);
            if (place < 0) {
                faults.add(at(node) + noColumn(name, header));
                return;
            }
            List<Target> told = new ArrayList<>(Targets.all(node.text()));
            told.removeIf(target -> target.role() == Role.IGNORED);
            targets.set(place, List.copyOf(told));
            told.forEach(target -> check(target, node, header, attributes).ifPresent(faults::add));
        });
        content.constants().forEach((path, node) -> {
            if (!attributes.containsKey(path)) {
                faults.add(at(node) + noAttribute(path, attributes));
            }
        });
        if (!faults.isEmpty()) {
            throw new MapFault(faults);
        }
        return Columns.mapped(file, content.kind(), header, targets, attributes);
    }

    private Optional<String> check(
            Target target, MapNode node, List<String> header, Map<String, AttributeType> attributes) {
        boolean isAttribute = target.role() == Role.ATTRIBUTE || target.role() == Role.IF_FILLED;
        if (isAttribute && !attributes.containsKey(target.detail())) {
            return Optional.of(at(node) + noAttribute(target.detail(), attributes));
        }
        return target.role() == Role.DETAIL && place(header, target.of()) < 0
                ? Optional.of(at(node) + noColumn(target.of(), header))
                : Optional.empty();
    }

    private static String noColumn(String name, List<String> header) {
        return "the table has no column '" + ShownName.of(name) + "'" + Nearest.question(name, header);
    }

    /**
     * The names by which a table of events, touches, outcomes or spend calls what the mapping says; that of a column
     * that is not used is empty.
     *
     * @throws MapFault if it names a column that the table lacks
     */
    public List<String> names(List<String> header) throws MapFault {
        List<String> faults = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            names.add("");
        }
        content.columns().forEach((name, node) -> {
            int place = place(header, name);
            if (place < 0) {
                faults.add(at(node) + noColumn(name, header));
            } else if (!node.text().equals(Role.IGNORED.word())) {
                names.set(place, node.text());
            }
        });
        content.constants().forEach((name, node) -> {
            if (!Targets.isKnown(content.kind(), name)) {
                faults.add(at(node) + "'" + ShownName.of(name) + "' is nothing that a row of "
                        + content.kind().written() + " tells"
                        + Nearest.question(name, Targets.examples(content.kind())));
            }
        });
        if (!faults.isEmpty()) {
            throw new MapFault(faults);
        }
        return names;
    }

    /**
     * The names of a header as the mapping calls them, by which it finds them also at another place.
     *
     * @throws MapFault if it names a column that the table lacks
     */
    public List<String> written(List<String> header) throws MapFault {
        List<String> faults = new ArrayList<>();
        List<String> names = new ArrayList<>(header);
        content.columns().forEach((name, node) -> {
            int place = place(header, name);
            if (place < 0) {
                faults.add(at(node) + noColumn(name, header));
            } else {
                names.set(place, name);
            }
        });
        if (!faults.isEmpty()) {
            throw new MapFault(faults);
        }
        return names;
    }

    private static String noAttribute(String path, Map<String, AttributeType> attributes) {
        return "the contract knows no attribute '" + path + "'" + Nearest.question(path, attributes.keySet());
    }

    private String at(MapNode node) {
        return file + ":" + node.line() + ":" + node.column() + ": ";
    }

    /** The place, counted from 0, of a column by its name, or by its number: {@code "#5"}; -1 where there is none. */
    private static int place(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(name.strip())) {
                return i;
            }
        }
        if (name.matches("#[1-9]\\d{0,3}")) {
            int number = Integer.parseInt(name.substring(1));
            return number <= header.size() ? number - 1 : -1;
        }
        String normal = NormalName.of(name);
        return normal.isEmpty()
                ? -1
                : header.stream().map(NormalName::of).toList().indexOf(normal);
    }
}
