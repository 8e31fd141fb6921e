package io.cupel.files;

import io.cupel.core.evidence.BuiltIn;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.ShownName;
import io.cupel.files.columns.TableKind;
import io.cupel.files.columns.TableMap;
import io.cupel.files.parquet.ParquetRows;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of leads as one table, cell by cell. Columns of one name, by its letters and digits, become one. */
final class LeadConversion {
    private final Conversion.Order order;
    private final TableMaps maps;
    private final LeadFiles.Listener listener;
    private final Rejections rejections;
    private final Progress progress;
    /** Normal name to number. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private final List<String> names = new ArrayList<>();
    /** Mapping files of which something was said. */
    private final Set<String> told = new HashSet<>();

    private @Nullable TableKind kind;
    private long written;
    private long passedOver;

    LeadConversion(
            Conversion.Order order,
            TableMaps maps,
            LeadFiles.Listener listener,
            Rejections rejections,
            Progress progress) {
        this.order = order;
        this.maps = maps;
        this.listener = listener;
        this.rejections = rejections;
        this.progress = progress;
    }

    Conversion.Result run(Path target) throws IOException {
        for (Path file : order.in()) {
            try (Table table = Tables.open(file, Files::newInputStream)) {
                learn(file, header(file, table));
                expectKind(file, table);
            }
        }
        maps.expectUsed();
        progress.expect(order.in());
        List<ParquetRows.Column> columns =
                names.stream().map(name -> new ParquetRows.Column(name, false)).toList();
        try (Out out = Out.open(target, order.form(), order.packed());
                RowSink sink = out.table(columns)) {
            for (Path file : order.in()) {
                copy(file, sink, progress);
            }
            sink.finish();
            out.finish();
        }
        long rejected = rejections.total();
        return new Conversion.Result(
                Objects.requireNonNull(kind),
                written + rejected + passedOver,
                written,
                0,
                rejections.counts(),
                passedOver);
    }

    /**
     * The names under which columns are written: their own, so that the mapping fits what is written too; a column that
     * the mapping names by its number is called so, for it may get another place.
     */
    private List<String> header(Path file, Table table) throws IOException {
        TableMap map = maps.of(file.toString(), table.header(), Kind.LEADS);
        if (map == null) {
            FirstRow.expectNames(file, table, Kind.LEADS);
            return table.header();
        }
        if (KindOf.of(map.kind()) != Kind.LEADS) {
            throw new FileFault(
                    map.file(), "is about " + map.kind().written() + ", but " + file + " is converted as leads");
        }
        if (told.add(map.file())) {
            listener.note(file + " is written with its own names of columns: give --map " + map.file()
                    + " also with what is written"
                    + (map.idIsRow()
                            ? "; its leads get other ids, for a file's name and a row's line are theirs"
                            : ""));
        }
        return map.written(table.header());
    }

    /** Rows of leads, of companies and of deals in one table would be read as rows of one kind. */
    private void expectKind(Path file, Table table) throws FileFault {
        TableMap map = maps.peek(table.header());
        TableKind told =
                map == null ? Columns.of(table.header(), BuiltIn.types()).kind() : map.kind();
        if (kind != null && kind != told) {
            throw new FileFault(
                    file.toString(),
                    "holds " + told.written() + ", and " + order.in().get(0) + " holds " + kind.written()
                            + "; convert one kind at a time, or say with --map what their columns tell");
        }
        kind = told;
    }

    private void learn(Path file, List<String> header) {
        List<String> repeated = new ArrayList<>();
        List<String> here = new ArrayList<>();
        for (String name : header) {
            String normal = normal(name);
            if (here.contains(normal)) {
                repeated.add(ShownName.of(name));
            } else if (numbers.putIfAbsent(normal, names.size()) == null) {
                names.add(name);
            }
            here.add(normal);
        }
        if (!repeated.isEmpty()) {
            listener.note(file + " has columns of the same name, of which the first is written: "
                    + String.join(", ", repeated));
        }
    }

    private void copy(Path file, RowSink sink, Opening opening) throws IOException {
        try (Table table = Tables.open(file, opening)) {
            int[] places = places(header(file, table));
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.refusal() != null) {
                    rejections.add(file.toString(), row.line(), "", row.refusal(), row.raw());
                    continue;
                }
                @Nullable String[] cells = new @Nullable String[names.size()];
                for (int i = 0; i < places.length; i++) {
                    String cell = row.cells().get(i);
                    if (places[i] >= 0 && !cell.isEmpty()) {
                        cells[places[i]] = cell;
                    }
                }
                sink.row(Arrays.asList(cells));
                written++;
            }
            passedOver += table.passedOver();
            table.remarks().forEach(listener::note);
        }
    }

    /** Where each column of a file is written; -1 for nowhere. */
    private int[] places(List<String> header) {
        int[] places = new int[header.size()];
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Integer place = numbers.getOrDefault(normal(header.get(i)), -1);
            places[i] = taken.contains(place) ? -1 : place;
            taken.add(place);
        }
        return places;
    }

    private static String normal(String name) {
        String normal = AttributeNames.normal(name);
        return normal.isEmpty() ? name : normal;
    }
}
