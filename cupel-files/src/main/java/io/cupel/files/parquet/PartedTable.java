package io.cupel.files.parquet;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/**
 * A Parquet table taken apart: each different combination of cells that several rows have in common is told once, and
 * of each row only by which number each of its parts is known. Getting a text out of the database costs more than all
 * else that is done for a row.
 */
public final class PartedTable {
    /** Where a part of a row is empty: no time. */
    public static final long NOTHING = Long.MIN_VALUE;

    static final String ROW_NUMBER = "file_row_number";
    static final String NUMBERED = ", " + ROW_NUMBER + " = true";
    private static final String ODD = "cupel_odd";
    /** So many rows of the beginning show whether a file repeats itself; of files that do, a quarter is new at most. */
    private static final int SAMPLED = 1 << 17;

    private static final int SAMPLED_NEW = 4;
    /** So many rows of the beginning show what message ids look like. */
    private static final int SAMPLED_IDS = 2_048;

    private final ParquetTable table;
    private final Plan plan;

    /**
     * What stands in which column, counted from 0.
     *
     * @param id a message id
     * @param times with a time zone
     * @param parts the columns of each part, of which at least one
     */
    public record Plan(int id, List<Integer> times, List<List<Integer>> parts) {
        public Plan {
            times = List.copyOf(times);
            parts = parts.stream().map(List::copyOf).toList();
        }
    }

    /** Takes the different combinations of a part. */
    public interface Taker {
        /**
         * Takes the next one.
         *
         * @param number by which rows tell it
         * @param cells of all columns of the table, those of other parts empty
         * @param rows how many have it
         * @return whether to go on
         */
        boolean take(long number, List<String> cells, long rows);
    }

    /** A table of which no row was read yet. */
    public PartedTable(ParquetTable table, Plan plan) {
        this.table = table;
        this.plan = plan;
    }

    /** How many rows there are. */
    public long rows() {
        return table.progress().rows();
    }

    /** Whether a table can be taken apart: these columns hold times with a time zone, and its rows can be numbered. */
    public static boolean isPossible(ParquetTable table, List<Integer> times) {
        return times.stream().allMatch(place -> table.columns().get(place).isInstant())
                && table.header().stream().noneMatch(ROW_NUMBER::equalsIgnoreCase)
                && table.progress().rows() < Integer.MAX_VALUE;
    }

    /** Whether rows of the file's beginning have a part in common again and again. */
    public boolean repeats(int part) throws IOException {
        String sample =
                "select count(*), (select count(*) from (select distinct * from cupel_sample)) from cupel_sample";
        try (Statement statement = table.duck().statement();
                ResultSet counted = statement.executeQuery("with cupel_sample as materialized (select " + named(part)
                        + " from " + table.duck().rows("") + " limit " + SAMPLED + ") " + sample)) {
            counted.next();
            return counted.getLong(1) < SAMPLED || counted.getLong(2) <= SAMPLED / SAMPLED_NEW;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /**
     * Tells each different combination of cells of a part.
     *
     * @param most so many at most; there are no more where this many are told
     * @return whether all were taken; false also where the file is better read row by row
     */
    public boolean each(int part, long most, Taker taker) throws IOException {
        List<Integer> places = plan.parts().get(part);
        String names = names(part);
        String each = "select " + hash(names) + ", count(*), " + names + " from (select " + named(part) + " from "
                + table.duck().rows("") + ") group by " + names + " limit " + (most + 1);
        try (Statement statement = table.duck().statement();
                ResultSet found = statement.executeQuery(each)) {
            for (long count = 0; found.next(); count++) {
                List<String> cells =
                        new ArrayList<>(Collections.nCopies(table.columns().size(), ""));
                for (int i = 0; i < places.size(); i++) {
                    cells.set(places.get(i), table.columns().get(places.get(i)).cell(found, i + 3));
                }
                if (count == most || !taker.take(found.getLong(1), cells, found.getLong(2))) {
                    return false;
                }
            }
            return true;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /** What fails here fails again when rows are read one by one, or does not: too little memory for instance. */
    private static boolean failed(SQLException failure) {
        if (Duck.isFull(failure)) {
            throw Duck.noRoom(failure);
        }
        return false;
    }

    private String names(int part) {
        return plan.parts().get(part).stream().map(place -> "c" + place).collect(Collectors.joining(", "));
    }

    private String named(int part) {
        return plan.parts().get(part).stream()
                .map(place -> table.columns().get(place).sql() + " as c" + place)
                .collect(Collectors.joining(", "));
    }

    /** A number for a combination: it is negative for none, so that it is no different number in Java. */
    private static String hash(String texts) {
        return "(hash(" + texts + ") >> 1)::bigint";
    }

    /** Begins to read the rows, in no order that matters; the caller closes them before anything else is asked. */
    public PartedRows read() throws IOException {
        List<String> wanted = new ArrayList<>();
        wanted.add(ROW_NUMBER);
        for (List<Integer> part : plan.parts()) {
            wanted.add(hash(
                    part.stream().map(place -> table.columns().get(place).sql()).collect(Collectors.joining(", "))));
        }
        for (int time : plan.times()) {
            wanted.add("coalesce(" + table.columns().get(time).sql() + ", " + NOTHING + ")");
        }
        try {
            wanted.add(0, table.columns().get(plan.id()).uuid(areIdsLikely()));
            String rows = "select " + String.join(", ", wanted) + " from "
                    + table.duck().rows(NUMBERED);
            return new PartedRows(table, rows, plan);
        } catch (SQLException e) {
            throw table.fault(e);
        }
    }

    /** Whether what is as long as a UUID is one, at the beginning of the file. */
    private boolean areIdsLikely() throws SQLException {
        String odd = "select count(*) from (select * from " + table.duck().rows("") + " limit " + SAMPLED_IDS
                + ") where " + table.columns().get(plan.id()).isUnlikeUuid();
        try (Statement statement = table.duck().statement();
                ResultSet counted = statement.executeQuery(odd)) {
            counted.next();
            return counted.getLong(1) == 0;
        }
    }

    /** Lets the table give only the rows with these numbers, in their order. */
    public void leave(BitSet numbers) throws IOException {
        if (numbers.isEmpty()) {
            table.end();
            return;
        }
        try {
            table.duck().run("create temp table " + ODD + " (n bigint)");
            try (DuckDBAppender appender = table.duck().connection().createAppender("temp", "main", ODD)) {
                for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
                    appender.beginRow();
                    appender.append((long) number);
                    appender.endRow();
                }
            }
            table.only(ODD);
        } catch (SQLException e) {
            throw table.fault(e);
        }
    }
}
