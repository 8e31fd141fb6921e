package io.cupel.files.columns;

import io.cupel.core.evidence.AttributeType;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The header of a table, understood: what each column tells, and what is to be said about it. */
public final class Columns {
    /**
     * A column.
     *
     * @param number counted from 1
     * @param name as the file writes it, but for what looks like somebody's address or number: a table may lack a
     *     header
     * @param targets what it tells; empty for nothing that is used
     */
    public record Column(int number, String name, List<Target> targets) {
        public Column {
            targets = List.copyOf(targets);
        }

        /** The name, or the number of a column without one. */
        public String shown() {
            return name.isBlank() ? "column " + number : name;
        }
    }

    /**
     * A column in one of its uses.
     *
     * @param place of the column, counted from 0
     */
    public record Use(int place, Target target) {}

    private static final int NAMES_SHOWN_MAX = 12;
    private static final List<String> DEAL_NAMES = List.of("Deal Name", "Opportunity Name", "Deal Title");

    private final TableKind kind;
    private final Origin origin;
    private final List<Column> columns;
    private final List<String> normal;
    private final List<String> repeated = new ArrayList<>();
    /** Those of them whose earlier column is used. */
    private final List<String> passedBy = new ArrayList<>();

    /** The mapping file that says all this; empty where the names say it. */
    private String mapping = "";

    private final List<Use> instants = new ArrayList<>();
    private final Map<Role, List<Use>> uses = new EnumMap<>(Role.class);

    Columns(TableKind kind, Origin origin, List<String> header, List<List<Target>> targets) {
        this.kind = kind;
        this.origin = origin;
        this.normal = header.stream().map(NormalName::of).toList();
        List<Column> all = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = ShownName.of(header.get(i));
            all.add(new Column(i + 1, name, targets.get(i)));
            for (Target target : targets.get(i)) {
                uses.computeIfAbsent(target.role(), role -> new ArrayList<>()).add(new Use(i, target));
            }
            Integer first = normal.get(i).isEmpty() ? null : seen.putIfAbsent(normal.get(i), i + 1);
            if (first != null && targets.get(i).isEmpty()) {
                String both = name + " (columns " + first + " and " + (i + 1) + ")";
                repeated.add(both);
                if (!targets.get(first - 1).isEmpty()) {
                    passedBy.add(both);
                }
            }
        }
        this.columns = List.copyOf(all);
        uses.replaceAll((role, each) -> List.copyOf(each));
    }

    /**
     * What the names of a header say.
     *
     * @param attributes the paths that the contract knows, with their types
     */
    public static Columns of(List<String> header, Map<String, AttributeType> attributes) {
        List<String> normal = header.stream().map(NormalName::of).toList();
        Origin origin = Origin.of(normal);
        TableKind kind = Kinds.of(normal, origin);
        NameTargets names = new NameTargets(kind, origin, Set.copyOf(normal), attributes.keySet());
        List<List<Target>> targets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : normal) {
            boolean isRepeated = !name.isEmpty() && !seen.add(name);
            targets.add(isRepeated ? List.of() : names.of(name));
        }
        Columns columns = new Columns(kind, origin, header, names.withLoneId(normal, targets));
        columns.markInstants(attributes);
        return columns;
    }

    /** Columns of which nothing but the names is known. */
    public static Columns unknown(List<String> header) {
        List<List<Target>> targets = new ArrayList<>();
        header.forEach(name -> targets.add(List.of()));
        return new Columns(TableKind.EVENTS, Origin.PLAIN, header, targets);
    }

    /** What a mapping file says of a header. */
    static Columns mapped(
            String mapping,
            TableKind kind,
            List<String> header,
            List<List<Target>> targets,
            Map<String, AttributeType> attributes) {
        Origin origin = Origin.of(header.stream().map(NormalName::of).toList());
        Columns columns = new Columns(kind, origin, header, targets);
        columns.mapping = mapping;
        columns.repeated.clear();
        columns.passedBy.clear();
        columns.markInstants(attributes);
        return columns;
    }

    private void markInstants(Map<String, AttributeType> attributes) {
        uses(Role.ATTRIBUTE).stream()
                .filter(use -> attributes.get(use.target().detail()) == AttributeType.INSTANT)
                .forEach(instants::add);
    }

    public TableKind kind() {
        return kind;
    }

    public Origin origin() {
        return origin;
    }

    /** In their order. */
    public List<Column> columns() {
        return columns;
    }

    /** The columns used in a role, in their order. */
    public List<Use> uses(Role role) {
        return uses.getOrDefault(role, List.of());
    }

    /** The columns whose cells are dates, those of the contract's own attributes among them. */
    public List<Use> dates() {
        List<Use> dates = new ArrayList<>(instants);
        uses.forEach((role, all) -> dates.addAll(role.isDate() ? all : List.of()));
        return dates;
    }

    /** The place, counted from 0, of the first column of that name; -1 where there is none. */
    public int place(String name) {
        return normal.indexOf(NormalName.of(name));
    }

    /** Whether some column tells who a lead is. */
    public boolean hasKey() {
        return columns.stream().flatMap(column -> column.targets().stream()).anyMatch(Target::isKey);
    }

    /**
     * What was recognised and what was not, in sentences about the file; none where a plain table is used as it stands.
     */
    public List<String> sentences(String file) {
        List<String> ignored = names(false);
        List<String> sentences = new ArrayList<>();
        if (!mapping.isEmpty() || origin != Origin.PLAIN || kind != TableKind.LEADS || !ignored.isEmpty()) {
            String unused = ignored.isEmpty() ? "" : "; not used: " + shortened(ignored);
            sentences.add(file + " is read as " + what() + "; used: " + shortened(names(true)) + unused);
        }
        if (!passedBy.isEmpty()) {
            sentences.add(ofOneName(file, passedBy));
        }
        return sentences;
    }

    /**
     * What is said of columns whose name an earlier column has, which is used.
     *
     * @param columns each as {@code Name (columns 1 and 4)}
     */
    public static String ofOneName(String file, List<String> columns) {
        return file + " has columns of one name, of which only the first counts: " + shortened(columns);
    }

    /** Whether a mapping file says what the columns tell. */
    public boolean isMapped() {
        return !mapping.isEmpty();
    }

    /** "a HubSpot export of companies". */
    public String what() {
        if (!mapping.isEmpty()) {
            return kind.written() + ", as " + mapping + " says";
        }
        return kind == TableKind.LEADS ? origin.text() : origin.text() + " of " + kind.written();
    }

    /** Columns without a use whose name an earlier column has, each as {@code Name (columns 1 and 4)}. */
    public List<String> repeated() {
        return List.copyOf(repeated);
    }

    /** What the columns are called, as a sentence; where no name is known, the row may be data and is not shown. */
    public String named() {
        boolean isKnown = columns.stream().anyMatch(column -> !column.targets().isEmpty());
        return isKnown
                ? "The columns are: " + columns.stream().map(Column::shown).collect(Collectors.joining(", "))
                : "None of the names in that row is known; if it is part of a title, delete the rows before"
                        + " the one that names the columns";
    }

    private List<String> names(boolean used) {
        return columns.stream()
                .filter(column -> isUsed(column) == used && (used || !isRepeated(column)))
                .map(Column::shown)
                .toList();
    }

    /** Whether an earlier column has the name; a mapping tells the columns of one name apart. */
    private boolean isRepeated(Column column) {
        String name = normal.get(column.number() - 1);
        return mapping.isEmpty() && !name.isEmpty() && normal.indexOf(name) < column.number() - 1;
    }

    private boolean isUsed(Column column) {
        boolean tellsDeals = uses(Role.DEAL_ID).isEmpty() && dealNames().contains(column.number() - 1);
        return tellsDeals || !column.targets().isEmpty();
    }

    /** The places, counted from 0, of the columns that tell deals apart where no id does. */
    public List<Integer> dealNames() {
        return kind != TableKind.DEALS
                ? List.of()
                : DEAL_NAMES.stream()
                        .map(this::place)
                        .filter(place -> place >= 0)
                        .toList();
    }

    private static String shortened(List<String> names) {
        if (names.size() <= NAMES_SHOWN_MAX + 1) {
            return names.isEmpty() ? "nothing" : String.join(", ", names);
        }
        int more = names.size() - NAMES_SHOWN_MAX;
        return String.join(", ", names.subList(0, NAMES_SHOWN_MAX)) + " and " + Numerals.of(more) + " more";
    }
}
