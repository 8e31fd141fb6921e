package io.cupel.files;

import io.cupel.core.evidence.BuiltIn;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.TableKind;
import io.cupel.files.columns.TableMap;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kind of rows a file holds, by its content. */
final class KindOf {
    /** Columns without which a table is not of the kind, whatever else it has: one of them at the least. */
    private static final Set<String> OF_OUTCOMES = Set.of("decision");

    private static final Set<String> OF_SPEND = Set.of("month");
    private static final Set<String> OF_TOUCHES = Set.of("channel", "direction");
    private static final Set<String> OF_EVENTS = Set.of("event", "eventname", "eventtype", "type", "path", "pagepath");

    private static final Set<String> OF_PAGES = Set.of("path", "pagepath");

    /** Columns that only a log of events has; it may also have any other, as properties. */
    private static final Set<String> OF_LOGS =
            Set.of("event", "eventname", "eventtype", "properties", "traits", "context", "restofcall");

    /** The header tells the kind: no time is read for it. */
    private static final CellTimes UNREAD = new CellTimes() {
        @Override
        public void at(int place) {}

        @Override
        public String iso(String cell) {
            return cell;
        }
    };

    private KindOf() {}

    /** The kind that a mapping says where one is about the file, else the one that the content speaks for. */
    static Kind file(Path file, TableMaps maps) throws IOException {
        boolean isLog = Form.of(file) == Form.JSONL && Sample.holdsCalls(file);
        if (isLog) {
            return Sample.kind(file);
        }
        try (Table table = Tables.open(file, Files::newInputStream)) {
            TableMap map = maps.peek(table.header());
            return map == null ? header(table.header()) : of(map.kind());
        }
    }

    /** What rows of a table of that kind are given as: companies and deals stand beside leads. */
    static Kind of(TableKind kind) {
        return switch (kind) {
            case LEADS, COMPANIES, DEALS -> Kind.LEADS;
            case EVENTS -> Kind.EVENTS;
            case TOUCHES -> Kind.TOUCHES;
            case OUTCOMES -> Kind.OUTCOMES;
            case SPEND -> Kind.SPEND;
        };
    }

    /** The kind that the names of columns speak for; leads, where they speak for no other. */
    static Kind header(List<String> header) {
        Set<String> names = header.stream().map(AttributeNames::normal).collect(Collectors.toSet());
        boolean isLog = header.stream().anyMatch(KindOf::isOfLogs);
        if (isLog && rows(Kind.EVENTS, header).lacks().isEmpty()) {
            return Kind.EVENTS;
        }
        for (Kind kind : List.of(Kind.OUTCOMES, Kind.SPEND, Kind.TOUCHES, Kind.EVENTS)) {
            boolean isSigned = signs(kind).stream().anyMatch(names::contains);
            boolean mayBeList = switch (kind) {
                case EVENTS -> names.stream().noneMatch(OF_PAGES::contains);
                case TOUCHES -> !names.contains("direction");
                case LEADS, OUTCOMES, SPEND -> false;
            };
            if (isSigned && rows(kind, header).lacks().isEmpty() && !(mayBeList && describesLeads(header))) {
                return kind;
            }
        }
        return Kind.LEADS;
    }

    /** Whether only a log of events has a column of this name. */
    static boolean isOfLogs(String name) {
        return OF_LOGS.contains(AttributeNames.normal(name)) || CallFields.path(name.strip()) != null;
    }

    /** A header, as tables of a kind are read. */
    static CallRows rows(Kind kind, List<String> header) {
        return new CallRows(kind, CallHeader.plain(header), UNREAD);
    }

    /** Whether columns tell what leads or their companies are, and not only which lead a row is about. */
    static boolean describesLeads(List<String> header) {
        Columns columns = Columns.of(header, BuiltIn.types());
        return columns.kind() != TableKind.LEADS
                || columns.uses(Role.ATTRIBUTE).stream()
                        .anyMatch(use -> !use.target().isKey())
                || !columns.uses(Role.STAGE).isEmpty()
                || !columns.uses(Role.STATUS).isEmpty();
    }

    private static Set<String> signs(Kind kind) {
        return switch (kind) {
            case LEADS -> Set.of();
            case EVENTS -> OF_EVENTS;
            case TOUCHES -> OF_TOUCHES;
            case OUTCOMES -> OF_OUTCOMES;
            case SPEND -> OF_SPEND;
        };
    }
}
