package io.cupel.files.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a small table and reads it; for tests. */
final class Shelf {
    final List<Row> rows = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final Path file;
    List<String> header = List.of();
    long headerLine;
    long passedOver;

    Shelf(Path folder) {
        file = folder.resolve("table.csv");
    }

    static byte[] bytes(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    Shelf read(String... lines) throws IOException {
        return read(bytes(lines));
    }

    Shelf read(byte[] content) throws IOException {
        Files.deleteIfExists(file); // some file systems wait for the disk where a file is written over
        Files.write(file, content);
        rows.clear();
        remarks.clear();
        try (TextTable table = TextTable.open(file, Files::newInputStream)) {
            header = table.header();
            headerLine = table.headerLine();
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            passedOver = table.passedOver();
            table.remarks().forEach(remark -> remarks.add(remark.replace(file + " ", "")));
        }
        return this;
    }

    List<List<String>> cells() {
        return rows.stream().map(Row::cells).toList();
    }

    /** Line and reason of each row that cannot be read. */
    List<String> refused() {
        List<String> refused = new ArrayList<>();
        for (Row row : rows) {
            Refusal refusal = row.refusal();
            if (refusal != null) {
                refused.add(row.line() + " " + refusal.told());
            }
        }
        return refused;
    }
}
