package io.cupel.files;

import io.cupel.core.evidence.Decision;
import io.cupel.files.columns.Placement;
import io.cupel.files.columns.ShownName;
import io.cupel.files.columns.StageWords;
import io.cupel.files.columns.TableMap;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of events, touches or outcomes under the names that a mapping file gives to its columns. */
final class MappedTable implements Table {
    private static final Pattern ID = Pattern.compile("id(?: ([a-z][a-z0-9-]*))?");

    private final Table table;
    private final List<String> targets;
    private final List<String> header = new ArrayList<>();
    private final Map<String, String> constants;
    private final StageWords words;

    MappedTable(Table table, TableMap map) throws IOException {
        this.table = table;
        this.targets = map.names(table.header());
        this.constants = new TreeMap<>(map.constants());
        this.words = StageWords.known().with(map.stages());
        for (String target : targets) {
            header.add(ID.matcher(target).matches() ? "lead" : target);
        }
        header.addAll(constants.keySet());
    }

    /** The names to read by, beside those that the file has. */
    CallHeader names() {
        List<String> shown = new ArrayList<>();
        table.header().forEach(name -> shown.add(ShownName.of(name)));
        shown.addAll(constants.keySet());
        return new CallHeader(header, shown, true);
    }

    @Override
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public long headerLine() {
        return table.headerLine();
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = table.next();
        if (row == null || row.refusal() != null) {
            return row;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            cells.add(cell(targets.get(i), row.cells().get(i)));
        }
        cells.addAll(constants.values());
        return new Row(row.line(), row.raw(), cells, null);
    }

    private String cell(String target, String cell) {
        Matcher id = ID.matcher(target);
        if (id.matches() && !cell.isBlank()) {
            List<String> ids = ids(id.group(1) == null ? "export" : id.group(1), cell);
            return ids.isEmpty() ? cell : String.join(";", ids);
        }
        return target.equals("decision") ? decision(cell) : cell;
    }

    /** With the system's name before each, but for those that say themselves what they are. */
    private static List<String> ids(String system, String cell) {
        List<String> ids = new ArrayList<>();
        for (String part : cell.split("[;|]", -1)) {
            ids.addAll(LeadNames.tellsItself(part.strip()) ? List.of(part.strip()) : CrmIds.all(system, part));
        }
        return ids;
    }

    /** The source's word for a decision in ours, where it has another; what is unknown is refused where it is read. */
    private String decision(String cell) {
        for (Decision.Outcome outcome : Decision.Outcome.values()) {
            if (outcome.written().equals(cell.strip().toLowerCase(Locale.ROOT))) {
                return cell;
            }
        }
        Placement placement = words.placement(cell).orElse(null);
        return placement == null || placement.outcome() == null
                ? cell
                : placement.outcome().written();
    }

    @Override
    public long passedOver() {
        return table.passedOver();
    }

    @Override
    public List<String> remarks() {
        return table.remarks();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
