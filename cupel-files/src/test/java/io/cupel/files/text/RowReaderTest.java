package io.cupel.files.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static RowReader reader(String table) {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        return new RowReader(
                LineReader.ofTable(new ByteArrayInputStream(bytes), RowReader.ROW_MAX, new Letters(Encoding.UTF_8)),
                Style.PLAIN);
    }

    private static List<String> rows(String table) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = reader(table)) {
            for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.line() + (row.refusal() == null ? " " : " refused ") + row.raw());
            }
        }
        return rows;
    }

    @Test
    void quotesThatNeverEndAreLookedThroughTwiceAtMost() throws IOException {
        String table = ("x\"y,\"" + "y".repeat(240) + "\n").repeat(1_000);
        try (RowReader reader = reader(table)) {
            int rows = 0;
            for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
                assertThat(row.refusal()).isNotNull();
                rows++;
            }
            assertThat(rows).isEqualTo(1_000);
            assertThat(reader.scanned()).isLessThanOrEqualTo(2L * table.length());
        }
    }

    @Test
    void rowsTakenApartAreLookedThroughTwiceAtMost() throws IOException {
        String table = ("\"" + "y".repeat(240) + "\n").repeat(150) + "z\n" + "\"".repeat(3) + "\n";
        try (RowReader reader = reader(table)) {
            for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
                if (!row.lines().isEmpty()) {
                    reader.takeApart(row);
                }
            }
            assertThat(reader.scanned()).isLessThanOrEqualTo(2L * table.length());
        }
    }

    @Test
    void aQuotedCellGoesOnOverLines() throws IOException {
        assertThat(rows("a,\"b\nc \"\"d\"\"\n\"\"\n\",e\nf\n"))
                .containsExactly("1 a,\"b\nc \"\"d\"\"\n\"\"\n\",e", "5 f");
        assertThat(rows("a,\"b\nc,d\n\"e\nf\"\n")).containsExactly("1 a,\"b\nc,d\n\"e", "4 f\"");
        assertThat(rows("\"a\nb\nc")).containsExactly("1 refused \"a", "2 b", "3 c");
    }

    @Test
    void aLineEndsAtEitherSignOrBoth() throws IOException {
        assertThat(rows("a\rb\r\nc\nd\r\r\n\n\re"))
                .containsExactly("1 a", "2 b", "3 c", "4 d", "5 ", "6 ", "7 ", "8 e");
        assertThat(rows("a\r")).containsExactly("1 a");
        // The two signs lie on both sides of the end of a buffer.
        String long1 = "x".repeat((1 << 16) - 1);
        assertThat(rows(long1 + "\r\ny\r\n")).containsExactly("1 " + long1, "2 y");
    }
}
