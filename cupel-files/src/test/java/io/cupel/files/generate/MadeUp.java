package io.cupel.files.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A generated folder, looked at plainly; for tests. */
record MadeUp(Path folder) {
    static MadeUp of(Plan plan, Path folder) throws IOException {
        MadeUpYear.write(plan, folder, MadeUpYear.Listener.NONE);
        return new MadeUp(folder);
    }

    static Plan plan(int leads, int eventsPerLead, long seed) {
        return new Plan(leads, eventsPerLead, seed, Plan.YEAR_DEFAULT, Plan.Format.JSONL, false);
    }

    /** SHA-256 of each file, by name. */
    Map<String, String> hashes() throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        return hashes;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    /** The rows of a table, each by column. */
    List<Map<String, String>> rows(String name) throws IOException {
        List<String> lines = lines(name);
        List<String> header = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != header.size()) {
                throw new AssertionError(cells.size() + " cells, not " + header.size() + ": " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : (line + ",").toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        return cells;
    }
}
