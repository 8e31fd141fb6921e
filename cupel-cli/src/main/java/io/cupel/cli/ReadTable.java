package io.cupel.cli;

import io.cupel.files.FileCount;
import io.cupel.files.FileCount.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** What became of each file that was read, a line each: read = used + duplicates + rejected + passed over. */
final class ReadTable {
    /** So many lines are told; files beyond share the last. */
    static final int LINES_MAX = 20;

    private ReadTable() {}

    /** Where the width is short, files are named without their folders, and in the end above their lines. */
    static List<String> lines(List<FileCount> files, int width) {
        List<String> lines = lines(files, UnaryOperator.identity());
        if (widest(lines) > width) {
            lines = lines(files, ReadTable::withoutFolder);
        }
        return widest(lines) > width ? stacked(files) : lines;
    }

    private static int widest(List<String> lines) {
        return lines.stream().mapToInt(Table::width).max().orElse(0);
    }

    private static List<String> lines(List<FileCount> files, UnaryOperator<String> naming) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("File")));
        columns.addAll(numbers());
        Table table = new Table(columns);
        for (Line line : shown(files)) {
            List<String> cells = new ArrayList<>(List.of(naming.apply(line.name())));
            cells.addAll(line.cells());
            table.add(cells);
        }
        return table.lines(Shell.UNLIMITED);
    }

    private static List<String> stacked(List<FileCount> files) {
        Table table = new Table(numbers());
        List<Line> shown = shown(files);
        shown.forEach(line -> table.add(line.cells()));
        List<String> lines = table.lines(Shell.UNLIMITED);
        List<String> stacked = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < shown.size(); i++) {
            stacked.add(Table.plain(shown.get(i).name()));
            stacked.add(lines.get(i + 1));
        }
        return stacked;
    }

    private static List<Table.Column> numbers() {
        return List.of(
                Table.Column.number("read"),
                Table.Column.text(""),
                Table.Column.number("used"),
                Table.Column.number("duplicates"),
                Table.Column.number("rejected"),
                Table.Column.number("passed over"));
    }

    /** A line of the table and the files that it is about. */
    private record Line(String name, String unit, List<FileCount> files) {
        List<String> cells() {
            return List.of(
                    sum(FileCount::read),
                    unit,
                    sum(FileCount::used),
                    sum(FileCount::duplicates),
                    sum(FileCount::rejected),
                    sum(FileCount::passedOver));
        }

        private String sum(ToLongFunction<FileCount> number) {
            return Words.count(files.stream().mapToLong(number).sum());
        }
    }

    private static List<Line> shown(List<FileCount> files) {
        boolean isLong = files.size() > LINES_MAX;
        int single = isLong ? LINES_MAX - 1 : files.size();
        List<Line> shown = new ArrayList<>();
        files.subList(0, single)
                .forEach(file -> shown.add(new Line(file.file(), unit(file.unit(), file.read()), List.of(file))));
        if (isLong) {
            shown.add(new Line(
                    Words.count(files.size() - single) + " more files", "", files.subList(single, files.size())));
        }
        return shown;
    }

    private static String withoutFolder(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    private static String unit(Unit unit, long number) {
        boolean isOne = number == 1;
        return switch (unit) {
            case ROWS -> isOne ? "row" : "rows";
            case LINES -> isOne ? "line" : "lines";
            case CALLS -> isOne ? "call" : "calls";
        };
    }
}
