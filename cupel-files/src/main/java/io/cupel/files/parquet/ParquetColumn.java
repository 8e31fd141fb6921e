package io.cupel.files.parquet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A column of a Parquet file, and how its values become texts.
 *
 * @param name as the file writes it
 * @param type as DuckDB writes it
 * @param sql what is asked of the file for it
 */
record ParquetColumn(String name, String type, Shape shape, String sql) {
    private static final int DOUBTFUL_SCALE = 3;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    /** What is had of the file. */
    enum Shape {
        TEXT,
        /** Microseconds since 1970 UTC. */
        INSTANT,
        DECIMAL
    }

    static ParquetColumn of(String name, String type) {
        String sql = Duck.named(name);
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return new ParquetColumn(name, type, Shape.INSTANT, "epoch_us(" + sql + ")");
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL(")) {
            return new ParquetColumn(name, type, Shape.DECIMAL, sql + "::varchar");
        }
        if (type.endsWith("[]")) {
            String parts = sql + "::varchar[]";
            return new ParquetColumn(
                    name,
                    type,
                    Shape.TEXT,
                    "case when contains(array_to_string(" + parts + ", ''), ';') then to_json(" + sql + ")::varchar"
                            + " else array_to_string(" + parts + ", ';') end");
        }
        boolean isNested = type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION");
        return new ParquetColumn(name, type, Shape.TEXT, (isNested ? "to_json(" + sql + ")" : sql) + "::varchar");
    }

    boolean isInstant() {
        return shape == Shape.INSTANT;
    }

    /**
     * The UUID that the column tells in SQL; null where it tells none, or one in another than the usual form.
     *
     * @param isLikely the quick way, which takes long for texts that are as long as UUIDs and have other letters
     */
    String uuid(boolean isLikely) {
        if (type.equals("UUID")) {
            return Duck.named(name);
        }
        String text = text();
        String uuid = isLikely
                ? "(case when " + hasLengthOfUuid() + " then try(unhex(replace(" + text + ", '-', ''))::uuid) end)"
                : "try_cast(" + text + " as uuid)";
        return "case when " + uuid + "::varchar = " + text + " then " + uuid + " end";
    }

    /** Whether the column tells a text as long as a UUID that is none, in SQL. */
    String isUnlikeUuid() {
        return hasLengthOfUuid() + " and try_cast(" + text() + " as uuid) is null";
    }

    private String hasLengthOfUuid() {
        return "strlen(" + text() + ") = 36";
    }

    private String text() {
        return "(" + sql + ")::varchar";
    }

    /** The value of a row as a text; empty for nothing. */
    String cell(ResultSet rows, int place) throws SQLException {
        if (isInstant()) {
            long micros = rows.getLong(place);
            return rows.wasNull()
                    ? ""
                    : Instant.ofEpochSecond(
                                    Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_MICRO)
                            .toString();
        }
        String text = rows.getString(place);
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
}
