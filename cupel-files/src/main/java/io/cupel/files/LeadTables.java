package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.StageWords;
import io.cupel.files.columns.TableKind;
import io.cupel.files.columns.TableMap;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables of leads, companies and deals, told apart by their headers, in any order of files. */
final class LeadTables {
    private final TableSetting setting;
    private final TableMaps maps;
    private final CompanyRecords companies = new CompanyRecords();
    private final Deque<LeadDraft> drafts = new ArrayDeque<>();
    private final MergedRows merged = new MergedRows();
    private final Deals deals = new Deals();
    private final boolean isAlone;
    private final RowOrder order = new RowOrder();
    private final RowCopies copies = new RowCopies();
    private final List<FileCount> counts = new ArrayList<>();
    private long rows;
    private long duplicates;
    private Set<String> goneIds = Set.of();

    /** @param isAlone whether there will be one table and no other file */
    LeadTables(TableSetting setting, TableMaps maps, boolean isAlone) {
        this.setting = setting;
        this.maps = maps;
        this.isAlone = isAlone;
    }

    /** Takes in one row; what cannot be used is refused. */
    private interface Taker {
        void take(List<String> cells, long line) throws Refusal, IOException;
    }

    /** @param number of the file among all tables, in the order in which they are given */
    void read(Path file, int number) throws IOException {
        String name = file.toString();
        if (Form.of(file) == Form.JSONL && Sample.isOfCalls(file)) {
            throw new FileFault(name, "is a log of calls; " + RightOption.remedy(Sample.kind(file)));
        }
        try (RowsAhead table = new RowsAhead(Tables.open(file, setting.progress()))) {
            TableMap map = maps.of(name, table.header(), Kind.LEADS);
            if (map == null) {
                FirstRow.expectNames(file, table, Kind.LEADS);
            }
            String other = map == null ? RightOption.of(Kind.LEADS, table.header()) : "";
            if (!other.isEmpty()) {
                throw new FileFault(name, table.headerLine(), other);
            }
            Columns columns = understood(name, table, map);
            if (columns.kind() == TableKind.DEALS && !lack(columns).isEmpty()) {
                passOver(name, table, columns);
                return;
            }
            DateColumns dates =
                    new DateColumns(name, columns, dateManner(map), (place, each) -> scan(file, columns, each), copies);
            long rowsBefore = rows;
            long duplicatesBefore = duplicates;
            long rejectedBefore = setting.rejections().total();
            order.begin(number);
            List<String> said = take(name, table, new Understood(columns, dates, map));
            table.remarks().forEach(setting.listener()::note);
            dates.sentences().forEach(setting.listener()::note);
            said.forEach(setting.listener()::note);
            add(new FileCount(
                    name,
                    FileCount.Unit.ROWS,
                    rows - rowsBefore,
                    duplicates - duplicatesBefore,
                    setting.rejections().total() - rejectedBefore,
                    table.passedOver()));
        }
    }

    private void add(FileCount count) {
        if (count.read() == 0) {
            setting.listener().note(count.file() + " has a header and no rows");
        }
        counts.add(count);
    }

    /** A table whose header is understood. */
    private record Understood(
            Columns columns, DateColumns dates, @Nullable TableMap map) {
        CellValues values(TableSetting setting) {
            return new CellValues(columns, dates, map == null ? Map.of() : map.constants(), setting);
        }

        StageWords words() {
            return map == null ? StageWords.known() : StageWords.known().with(map.stages());
        }
    }

    /** Takes in all rows; answers what is to be said about them. */
    private List<String> take(String name, RowsAhead table, Understood understood) throws IOException {
        return switch (understood.columns().kind()) {
            case LEADS -> takeLeads(name, table, understood);
            case COMPANIES -> takeCompanies(name, table, understood);
            case DEALS -> takeDeals(name, table, understood);
            case EVENTS, TOUCHES, OUTCOMES, SPEND -> {
                Kind kind = KindOf.of(understood.columns().kind());
                String remedy = RightOption.remedy(kind);
                throw new FileFault(name, table.headerLine(), "is a table of " + kind.written() + "; " + remedy);
            }
        };
    }

    private List<String> takeDeals(String name, RowsAhead table, Understood understood) throws IOException {
        long now = setting.manner().nowMillis();
        Columns columns = understood.columns();
        DealDates dates = new DealDates(columns, understood.dates(), zone(understood.map()), now, copies);
        DealRows row = new DealRows(columns, dates, understood.words(), setting.unreadables(), copies);
        each(name, table, (cells, line) -> {
            Deals.Row deal = row.read(cells, line);
            deals.add(deal);
            setting.acts().met(deal.told(), name, line);
        });
        return row.sentences(name);
    }

    private List<String> takeLeads(String name, RowsAhead table, Understood understood) throws IOException {
        Columns columns = understood.columns();
        DateColumns dates = understood.dates();
        TableMap map = understood.map();
        SourceStages stages = new SourceStages(columns, understood.words(), dates, copies);
        String rowIds = map != null && map.idIsRow() ? table(name) : "";
        CellValues values = understood.values(setting);
        LeadRow row = new LeadRow(columns, dates, values, stages, copies, rowIds);
        long mergedBefore = merged.size();
        each(name, table, (cells, line) -> {
            if (LeadRow.isDeleted(columns, cells)) {
                MergedRows.Ids ids = row.merged(cells, line);
                if (!copies.isCopy()) {
                    merged.add(ids);
                }
            } else {
                LeadDraft draft = row.read(cells, line, order.of(line, LeadRow.modified(columns, dates, cells, line)));
                drafts.add(draft);
                if (copies.isCopy()) {
                    companies.copy(draft);
                }
                setting.acts().met(draft, name, line);
            }
        });
        List<String> said = new ArrayList<>(row.sentences(name));
        said.addAll(values.sentences(name));
        said.addAll(MergedRows.sentences(name, merged.size() - mergedBefore));
        said.addAll(setting.manner().ignoreStages() ? List.of() : stages.sentences(name));
        return said;
    }

    private List<String> takeCompanies(String name, RowsAhead table, Understood understood) throws IOException {
        Columns columns = understood.columns();
        DateColumns dates = understood.dates();
        CellValues values = understood.values(setting);
        each(name, table, (cells, line) -> {
            if (LeadRow.isDeleted(columns, cells)) {
                throw new Refusal(Reason.DELETED);
            }
            Map<String, Object> told = values.of(cells, line).all();
            long at = LeadRow.created(columns, dates, cells, line);
            String place = order.of(line, LeadRow.modified(columns, dates, cells, line));
            companies.add(LeadRow.companyId(columns, cells), at, place, told);
        });
        return List.of();
    }

    private DateColumns.Manner dateManner(@Nullable TableMap map) {
        return DateColumns.Manner.of(setting.manner().dates(), setting.zone(), setting.clock(), map);
    }

    private ZoneId zone(@Nullable TableMap map) {
        return map == null || map.zone() == null ? setting.zone() : map.zone();
    }

    /** The name of a table's file without its folders, so that ids of rows are the same wherever it lies. */
    private static String table(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    private void each(String name, RowsAhead table, Taker taker) throws IOException {
        for (Row row = table.next(); row != null; row = table.next()) {
            Refusal refusal = row.refusal();
            try {
                if (refusal != null) {
                    throw refusal;
                }
                boolean isNew = copies.add(table.hash());
                setting.unreadables().at(name, row.line(), !isNew);
                taker.take(row.cells(), row.line());
                rows += isNew ? 1 : 0;
                duplicates += isNew ? 0 : 1;
            } catch (Refusal refused) {
                setting.rejections().add(name, row.line(), "", refused, row.raw());
            }
        }
    }

    private Columns understood(String name, Table table, @Nullable TableMap map) throws IOException {
        Map<String, AttributeType> types = setting.names().types();
        Columns columns = map == null ? Columns.of(table.header(), types) : map.columns(table.header(), types);
        String lack = map != null && map.idIsRow() ? "" : lack(columns);
        boolean mayPassOver = columns.kind() == TableKind.DEALS
                && !isAlone
                && !setting.manner().strict();
        if (!lack.isEmpty() && !mayPassOver) {
            throw new FileFault(
                    name,
                    table.headerLine(),
                    lack + ", or say with --map which one it is (cupel map " + name + " proposes it). "
                            + columns.named());
        }
        columns.sentences(name).forEach(setting.listener()::note);
        return columns;
    }

    private static String lack(Columns columns) {
        if (columns.kind() == TableKind.LEADS && !columns.hasKey()) {
            return "no column tells who a lead is; name one of them email, user_id or phone";
        }
        boolean hasContact = !columns.uses(Role.CONTACT_IDS).isEmpty() || columns.hasKey();
        return columns.kind() == TableKind.DEALS && !hasContact
                ? "no column tells whose deal it is; " + contactRemedy(columns)
                : "";
    }

    private static String contactRemedy(Columns columns) {
        String hubspot = "export Associated Contact IDs with the deals";
        String salesforce = "use a report of Opportunities with Contact Roles that has the column Contact ID";
        if (columns.place("Opportunity Name") >= 0 || columns.place("Opportunity ID") >= 0) {
            return salesforce;
        }
        return columns.origin().prefix().equals("hubspot") ? hubspot : "add a column Contact ID or Contact Email";
    }

    /** Deals of nobody; beside other files they are no reason to stop. */
    private void passOver(String name, RowsAhead table, Columns columns) throws IOException {
        long before = rows;
        long duplicatesBefore = duplicates;
        long rejectedBefore = setting.rejections().total();
        each(name, table, (cells, line) -> {});
        long passed = rows - before + duplicates - duplicatesBefore;
        rows = before;
        duplicates = duplicatesBefore;
        long rejected = setting.rejections().total() - rejectedBefore;
        counts.add(new FileCount(name, FileCount.Unit.ROWS, 0, 0, rejected, passed + table.passedOver()));
        table.remarks().forEach(setting.listener()::note);
        setting.listener()
                .note("%s: %s passed over, for %s"
                        .formatted(name, Numerals.of(passed, "deal is", "deals are"), lack(columns)));
    }

    /** Goes over the dates of a table that is being read, without counting it again. */
    private static void scan(Path file, Columns columns, DateColumns.Dates dates) throws IOException {
        Set<Integer> places = new HashSet<>();
        columns.dates().forEach(use -> places.add(use.place()));
        try (Table table = Tables.open(file, Files::newInputStream)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.refusal() == null) {
                    for (int place : places) {
                        dates.take(place, row.cells().get(place), row.line());
                    }
                }
            }
        }
    }

    /** Whether a file is an export of deals, which may be given after leads as well as after outcomes. */
    boolean isOfDeals(Path file) throws IOException {
        if (Form.ofCalls(file) == Form.JSONL) {
            return false;
        }
        try (Table table = Tables.open(file, Files::newInputStream)) {
            TableMap map = maps.peek(table.header());
            TableKind kind = map != null
                    ? map.kind()
                    : Columns.of(table.header(), setting.names().types()).kind();
            return kind == TableKind.DEALS;
        }
    }

    /** Rows that are used, of all tables, without copies. */
    long rows() {
        return rows;
    }

    /** Rows that were there before, word for word. */
    long duplicates() {
        return duplicates;
    }

    /** What became of each table, in the order in which they were read. */
    List<FileCount> counts() {
        return Collections.unmodifiableList(counts);
    }

    /** Ids of records that were merged into others, and are no more; after {@link #sightings}. */
    Set<String> goneIds() {
        return goneIds;
    }

    /** All that the tables tell; the tables are forgotten. */
    List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>(companies.sightings());
        all.addAll(merged.sightings(drafts));
        goneIds = merged.gone(drafts);
        List<String> differing = Disagreements.sentences(drafts);
        Placements placements = new Placements();
        Set<String> ids = new HashSet<>();
        for (LeadDraft draft = drafts.poll(); draft != null; draft = drafts.poll()) {
            all.add(companies.told(draft));
            for (Event event : draft.events()) {
                if (ids.add(event.id())) {
                    all.add(Sighting.call(draft.keys(), event, Map.of(), null));
                }
            }
            for (Act act : draft.acts()) {
                if (ids.add(act.id())) {
                    all.add(Sighting.act(draft.keys(), act));
                }
            }
            placements.add(draft);
        }
        differing.forEach(setting.listener()::note);
        companies.sentences().forEach(setting.listener()::note);
        if (!setting.manner().ignoreStages()) {
            deals.sightings().stream()
                    .filter(deal -> deal.act() != null && ids.add(deal.act().id()))
                    .forEach(all::add);
            placements.last().stream()
                    .filter(draft -> draft.stand() != null && draft.stand().decision() != null)
                    .forEach(draft ->
                            all.add(Sighting.act(draft.keys(), draft.stand().decision())));
            deals.sentences().forEach(setting.listener()::note);
            placements.sentences().forEach(setting.listener()::note);
        }
        return all;
    }
}
