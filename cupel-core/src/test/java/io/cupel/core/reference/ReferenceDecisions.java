package io.cupel.core.reference;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.lifecycle.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a decision leads, read from the table of docs/lifecycle.md itself, so that the page cannot say another thing.
 */
final class ReferenceDecisions {
    /** By decision and column. */
    private static final Map<String, Map<String, String>> TABLE = table();

    private static final List<String> ORDER = order();

    private ReferenceDecisions() {}

    /** A cell: "accepted", "+ accepted" where a cycle opens by import, "–" where nothing changes. */
    static String cell(Decision decision, Stage stage, boolean excludedByContract) {
        String column = excludedByContract ? "excluded" : stage.written();
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
        String cell = TABLE.getOrDefault(outcome, Map.of()).get(column);
        if (cell == null) {
            throw new AssertionError("docs/lifecycle.md says nothing of " + outcome + " from " + column);
        }
        boolean staysInWords = cell.equals("+ " + column) && decision.imported();
        return staysInWords ? "–" : cell;
    }

    /** The place of an act among those of its instant, as the page lists it. */
    static int turn(Act act) {
        if (!(act instanceof Decision decision)) {
            return -1;
        }
        int turn = ORDER.indexOf(decision.outcome().name().toLowerCase(Locale.ROOT));
        if (turn < 0) {
            throw new AssertionError("docs/lifecycle.md gives no place to " + decision.outcome());
        }
        return turn;
    }

    /** Whether of some other deal the newest word up to a decision is that it is an opportunity. */
    static boolean hasOtherOpenDeal(List<Decision> all, Decision upTo) {
        Map<String, Decision.Outcome> newest = new HashMap<>();
        for (Decision each : all.subList(0, all.indexOf(upTo))) {
            newest.put(each.deal(), each.outcome());
        }
        newest.remove("");
        newest.remove(upTo.deal());
        return newest.containsValue(Decision.Outcome.OPPORTUNITY);
    }

    private static List<String> order() {
        String before = "take effect in the order ";
        String page = page();
        int from = page.indexOf(before) + before.length();
        return List.of(
                page.substring(from, page.indexOf(", and of one kind", from)).split(", ", -1));
    }

    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = page().lines()
                .dropWhile(line -> !line.startsWith("| decision |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        Map<String, Map<String, String>> table = new HashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 1; i < row.size(); i++) {
                for (String column : rows.get(0).get(i).split(", ", -1)) {
                    cells.put(column, row.get(i));
                }
            }
            table.put(row.get(0), cells);
        }
        return table;
    }

    private static String page() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("docs/lifecycle.md"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new AssertionError("no folder above has docs/lifecycle.md");
        }
        try {
            return Files.readString(root.resolve("docs/lifecycle.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
