package io.cupel.files.parquet;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Row;
import io.cupel.files.text.Source;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of a Parquet file, its values as texts: times with an offset as ISO 8601 writes them in UTC, lists with
 * semicolons between their parts, what is nested as JSON, nothing as an empty text. A row's line is its number.
 */
public final class ParquetTable implements Table {
    private static final int COLUMNS_MAX = 2_000;
    private static final String DAMAGED = "is a Parquet file that is damaged; copy or download it again";
    private static final int DOUBTFUL_SCALE = 3;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    /** How a column's values become texts. */
    private enum Shape {
        TEXT,
        /** Microseconds since 1970 UTC. */
        INSTANT,
        DECIMAL
    }

    private record Column(String name, Shape shape, String sql) {}

    private final Duck duck;
    private final List<Column> columns;
    private final Statement statement;
    private final ResultSet rows;
    private long line;
    private long passedOver;

    private ParquetTable(Duck duck, List<Column> columns, Statement statement, ResultSet rows) {
        this.duck = duck;
        this.columns = columns;
        this.statement = statement;
        this.rows = rows;
    }

    /**
     * Reads the names of the columns; the rows are read as they are asked for.
     *
     * @throws FileFault if the file is damaged, or DuckDB does not run on this system
     * @throws IOException if it cannot be read
     */
    public static ParquetTable open(Path file) throws IOException {
        Source.expectRegular(file);
        Duck duck = Duck.of(file);
        try {
            String from = " from read_parquet(" + duck.only() + ", hive_partitioning = false, binary_as_string = true)";
            List<Column> columns = columns(duck, from);
            if (columns.size() > COLUMNS_MAX) {
                throw new FileFault(file.toString(), "has more than 2,000 columns");
            }
            String wanted = columns.stream().map(Column::sql).collect(Collectors.joining(", "));
            Statement statement = duck.statement();
            return new ParquetTable(duck, columns, statement, statement.executeQuery("select " + wanted + from));
        } catch (SQLException e) {
            duck.close();
            throw duck.fault(e, DAMAGED);
        } catch (IOException e) {
            duck.close();
            throw e;
        }
    }

    private static List<Column> columns(Duck duck, String from) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = duck.statement();
                ResultSet described = statement.executeQuery("describe select *" + from)) {
            while (described.next()) {
                columns.add(column(described.getString(1), described.getString(2)));
            }
        }
        return columns;
    }

    private static Column column(String name, String type) {
        String sql = Duck.named(name);
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return new Column(name, Shape.INSTANT, "epoch_us(" + sql + ")");
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL(")) {
            return new Column(name, Shape.DECIMAL, sql + "::varchar");
        }
        if (type.endsWith("[]")) {
            String parts = sql + "::varchar[]";
            return new Column(
                    name,
                    Shape.TEXT,
                    "case when contains(array_to_string(" + parts + ", ''), ';') then to_json(" + sql + ")::varchar"
                            + " else array_to_string(" + parts + ", ';') end");
        }
        boolean isNested = type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION");
        return new Column(name, Shape.TEXT, (isNested ? "to_json(" + sql + ")" : sql) + "::varchar");
    }

    @Override
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.next()) {
                line++;
                List<String> cells = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(cell(i));
                }
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Row(line, String.join(",", cells), cells, null);
                }
                passedOver++;
            }
            return null;
        } catch (SQLException e) {
            throw duck.fault(e, DAMAGED);
        }
    }

    private String cell(int column) throws SQLException {
        Shape shape = columns.get(column).shape();
        if (shape == Shape.INSTANT) {
            long micros = rows.getLong(column + 1);
            return rows.wasNull()
                    ? ""
                    : Instant.ofEpochSecond(
                                    Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_MICRO)
                            .toString();
        }
        String text = rows.getString(column + 1);
        if (text == null) {
            return "";
        }
        return shape == Shape.DECIMAL ? plain(text) : text;
    }

    /**
     * A number without an exponent, and a whole one without decimals: tables hold head counts as 240.0. With three
     * decimals a dot could stand between thousands, so there are four.
     */
    private static String plain(String number) {
        try {
            BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
            int scale = Math.max(0, exact.scale());
            return exact.setScale(scale == DOUBTFUL_SCALE ? scale + 1 : scale).toPlainString();
        } catch (NumberFormatException e) {
            return ""; // no number, or an infinite one
        }
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        try (duck) {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            throw duck.fault(e, DAMAGED);
        }
    }
}
