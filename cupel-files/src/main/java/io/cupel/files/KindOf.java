package io.cupel.files;

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

    static Kind file(Path file) throws IOException {
        boolean isLog = Form.of(file) == Form.JSONL && Sample.holdsCalls(file);
        if (isLog) {
            return Sample.kind(file);
        }
        try (Table table = Tables.open(file, Files::newInputStream)) {
            return header(table.header());
        }
    }

    static Kind header(List<String> header) {
        Set<String> names = header.stream().map(AttributeNames::normal).collect(Collectors.toSet());
        for (Kind kind : List.of(Kind.OUTCOMES, Kind.SPEND, Kind.TOUCHES, Kind.EVENTS)) {
            if (signs(kind).stream().anyMatch(names::contains)
                    && new CallRows(kind, header, UNREAD).lacks().isEmpty()) {
                return kind;
            }
        }
        return Kind.LEADS;
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
