package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The points of a lead as a sum that can be followed line by line: events to signals, signals to kinds, kinds to the
 * score.
 */
final class PointLines {
    private static final String GAP = "  ";

    private final Dossier dossier;
    private final Contract contract;
    private final Explanation explanation;
    private final int width;
    private final List<Entry> entries = new ArrayList<>();

    /** One line: its words, the points given once and those left, either empty. */
    private record Entry(String words, String given, String now) {}

    PointLines(Dossier dossier, int width) {
        this.dossier = dossier;
        this.contract = dossier.contract();
        this.explanation = dossier.explanation();
        this.width = width;
    }

    List<String> lines() {
        boolean scored = contract.signals().stream().anyMatch(signal -> signal.kind() != Kind.USAGE);
        List<KindPart> parts = explanation.kinds();
        parts.stream().filter(part -> part.kind() != Kind.USAGE).forEach(this::kind);
        if (scored) {
            explanation.clamps().stream().filter(line -> !isUsage(line)).forEach(line -> clamp(line, 0));
            entries.add(new Entry(
                    "Score, both together", "", exact(explanation.score().score())));
        }
        parts.stream()
                .filter(part ->
                        part.kind() == Kind.USAGE && !(scored && part.signals().isEmpty()))
                .forEach(this::kind);
        explanation.clamps().stream().filter(this::isUsage).forEach(line -> clamp(line, 0));
        return render();
    }

    private boolean isUsage(Line line) {
        return line.text().equals(Kind.USAGE.written());
    }

    private void kind(KindPart part) {
        String name = part.kind().written();
        part.signals().forEach(this::signal);
        part.clamps().forEach(line -> clamp(line, 1));
        String said = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        entries.add(new Entry(said, "", exact(part.sum())));
    }

    private void signal(SignalPart part) {
        String note = part.limited() ? " (the newest " + part.events() + " events)" : "";
        entries.add(new Entry("  " + part.signal() + note, "", exact(part.value())));
        for (Line line : part.lines()) {
            switch (line.what()) {
                case EVENT -> event(line);
                case OLDER, ROUNDING, CAP, FLOOR -> clamp(line, 2);
            }
        }
    }

    private void event(Line line) {
        long age = Span.age(line.at(), dossier.judgement().asOf());
        String export = dossier.isFromExport(line.text()) ? ", from export" : "";
        String words =
                "    " + Words.minute(line.at(), contract.zone()) + GAP + Table.plain(dossier.described(line.text()))
                        + export + ", " + Words.age(age) + (age < 60 ? "" : " ago");
        entries.add(new Entry(words, exact(line.credited()), exact(line.now())));
    }

    private void clamp(Line line, int depth) {
        entries.add(new Entry("  ".repeat(depth) + said(line), "", exact(line.now())));
    }

    private static String said(Line line) {
        return switch (line.what()) {
            case EVENT, OLDER -> line.text();
            case ROUNDING -> "rounding";
            case CAP -> "over the cap of " + line.text();
            case FLOOR -> line.text() + " is not below 0";
        };
    }

    private static String exact(Points points) {
        return points.toString();
    }

    /**
     * Numbers stand under each other by their decimal points; what was given once is shown where it differs from what
     * is left.
     */
    private List<String> render() {
        boolean faded = entries.stream()
                .anyMatch(entry -> !entry.given().isEmpty() && !entry.given().equals(entry.now()));
        int decimals = entries.stream()
                .flatMap(entry -> Stream.of(entry.given(), entry.now()))
                .filter(number -> !number.isEmpty())
                .mapToInt(number -> new BigDecimal(number).scale())
                .max()
                .orElse(0);
        int words = Math.max(
                24,
                entries.stream()
                        .mapToInt(entry -> Table.width(entry.words()))
                        .max()
                        .orElse(0));
        int numbers = Math.max(
                6,
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.given(), entry.now()))
                        .mapToInt(number -> aligned(number, decimals).length())
                        .max()
                        .orElse(0));
        int room = width - (faded ? 2 : 1) * (numbers + GAP.length());
        int column = Math.max(24, Math.min(words, room));
        List<String> lines = new ArrayList<>();
        lines.add("Points" + " ".repeat(column - 6) + (faded ? GAP + right("given", numbers) : "") + GAP
                + right("now", numbers));
        for (Entry entry : entries) {
            addEntry(
                    lines,
                    entry,
                    column,
                    (faded ? GAP + right(aligned(entry.given(), decimals), numbers) : "")
                            + GAP
                            + right(aligned(entry.now(), decimals), numbers));
        }
        return lines;
    }

    private static void addEntry(List<String> lines, Entry entry, int column, String numbers) {
        int blanks = column - Table.width(entry.words());
        if (blanks < 0) {
            lines.add(entry.words());
            lines.add((" ".repeat(column) + numbers).stripTrailing());
        } else {
            lines.add((entry.words() + " ".repeat(blanks) + numbers).stripTrailing());
        }
    }

    /** A number with blanks where it has fewer decimals than others. */
    private static String aligned(String number, int decimals) {
        if (number.isEmpty() || decimals == 0) {
            return number;
        }
        int scale = new BigDecimal(number).scale();
        return number + " ".repeat(decimals - scale + (scale == 0 ? 1 : 0));
    }

    private static String right(String number, int width) {
        return " ".repeat(Math.max(0, width - number.length())) + number;
    }
}
