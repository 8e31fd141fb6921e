package io.cupel.files;

import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Decision;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.NormalName;
import io.cupel.files.columns.Placement;
import io.cupel.files.columns.ShownName;
import io.cupel.files.columns.StageWords;
import io.cupel.files.columns.TableKind;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes a mapping file for a table: what each column may tell, and why. It shows no value that is a person's. */
public final class MapProposal {
    /** A page is no wider, however wide the screen is. */
    private static final int WIDTH = 120;

    private final Path file;
    private final String saved;
    private final List<ColumnLook> looks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private List<String> header = List.of();
    private long rows;
    private long refused;

    private MapProposal(Path file, String saved) {
        this.file = file;
        this.saved = saved;
    }

    /** The same, for a file whose name is open, as wide as a page. */
    static List<String> of(Path file) throws IOException {
        return of(file, "", WIDTH);
    }

    /**
     * The lines of a mapping file for this table, with comments; it can be used as it is.
     *
     * @param saved the file to which they will be written, to name in commands; empty where that is open
     * @param width how many letters a line may have; commands and long names may have more
     * @throws IOException if the file is no table or cannot be read
     */
    public static List<String> of(Path file, String saved, int width) throws IOException {
        MapProposal proposal = new MapProposal(file, saved);
        proposal.look();
        return proposal.text().lines(Math.min(width, WIDTH));
    }

    private void look() throws IOException {
        Kind told = Form.of(file) == Form.JSONL ? Sample.kind(file) : Kind.LEADS;
        if (told != Kind.LEADS) {
            String remedy = RightOption.remedy(told);
            throw new FileFault(file.toString(), "is a log of calls, which needs no mapping; " + remedy);
        }
        try (Table table = Tables.open(file, Files::newInputStream)) {
            header = table.header();
            FirstRow.expectNames(file, table, KindOf.header(header));
            header.forEach(name -> looks.add(new ColumnLook()));
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.refusal() != null) {
                    refused++;
                    continue;
                }
                rows++;
                for (int i = 0; i < looks.size(); i++) {
                    looks.get(i).take(row.cells().get(i), row.line());
                }
            }
            remarks.addAll(table.remarks());
        }
    }

    private MapText text() {
        Columns columns = Columns.of(header, BuiltIn.types());
        TableKind kind = CallGuesses.kind(header, looks, columns);
        boolean isOfCalls = kind != columns.kind();
        Guesses guesses = new Guesses(columns, looks);
        List<Guess> all = isOfCalls ? CallGuesses.of(kind, header, looks) : guesses.all();
        MapText text = new MapText();
        head(text, columns, kind);
        text.entry("kind", kind.written(), isOfCalls ? "by its columns" : columns.what());
        if (kind == TableKind.LEADS && !guesses.hasKey()) {
            text.entry("id", "row", "no column tells who a row is about, so its place does");
        }
        dates(text, all);
        text.section("columns");
        Set<String> names = new java.util.HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Columns.Column column = columns.columns().get(i);
            boolean isPlain = names.add(NormalName.of(header.get(i)))
                    && !column.name().isBlank()
                    && column.name().equals(header.get(i).strip());
            List<String> why = new ArrayList<>(List.of(all.get(i).why()));
            if (!isPlain) {
                why.add(column.name().isBlank() ? "without a name" : "called '" + column.name() + "'");
            }
            if (looks.get(i).filled() == 0) {
                why.add("empty in every row");
            }
            why.removeIf(String::isEmpty);
            text.nested(
                    isPlain ? header.get(i).strip() : "#" + (i + 1), all.get(i).written(), String.join("; ", why));
        }
        if (all.stream().anyMatch(Guess::isIgnored) && !isOfCalls) {
            text.comment("ignore: not used. Where the contract has an attribute for a column, write its path, such as"
                    + " lead.persona.");
        }
        stages(text, columns, all);
        return text;
    }

    private void head(MapText text, Columns columns, TableKind kind) {
        String name = file.toString();
        text.comment("A proposal for " + name + ". Check it" + (saved.isEmpty() ? ", save it" : "") + " and use it:");
        MapUse.commands(file, kind, saved).forEach(text::command);
        text.comment(Numerals.of(rows, "row") + ", " + Numerals.of(header.size(), "column")
                + (refused == 0 ? "" : "; " + Numerals.of(refused) + " more that cannot be read"));
        for (String remark : remarks) {
            text.comment(remark.startsWith(name) ? "The file" + remark.substring(name.length()) : remark);
        }
        if (!columns.repeated().isEmpty()) {
            text.comment("Columns of one name are called by their numbers: " + String.join(", ", columns.repeated()));
        }
    }

    /** Which number is the day, where the dates leave it open; and the proof where they do not. */
    private void dates(MapText text, List<Guess> all) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            DateProof proof = looks.get(i).dates();
            if (all.get(i).isIgnored() || !looks.get(i).isOfDates()) {
                continue;
            }
            DateOrder order = proof.order();
            if (proof.isInDoubt()) {
                open.add("'" + ShownName.of(header.get(i)) + "' " + proof.doubt());
            } else if (order != null) {
                text.comment("'" + ShownName.of(header.get(i)) + "' is " + order.written() + ": " + proof.reason());
            }
        }
        open.forEach(text::comment);
        if (!open.isEmpty()) {
            text.comment("Say which number is the day, here or with --dates:");
            text.comment("dates: day-first   # or month-first");
        }
    }

    private void stages(MapText text, Columns columns, List<Guess> all) {
        Map<String, Guess> stages = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            boolean isOfStages =
                    List.of("stage", "status", "decision").contains(all.get(i).written());
            if (isOfStages && columns.kind() != TableKind.COMPANIES) {
                boolean isOfDecisions = all.get(i).written().equals("decision");
                looks.get(i).values().forEach((value, count) -> {
                    if (!isOfDecisions || !isDecision(value)) {
                        stages.putIfAbsent(value, stage(value, count));
                    }
                });
            }
        }
        if (!stages.isEmpty()) {
            text.section("stages");
            stages.forEach((value, guess) -> text.nested(value, guess.written(), guess.why()));
            text.comment("lead: the contract judges. customer, opportunity, sql, accepted, lost, nurture, disqualified:"
                    + " the lead keeps that place and is not judged anew.");
        }
    }

    private static boolean isDecision(String value) {
        String small = value.strip().toLowerCase(Locale.ROOT);
        return Stream.of(Decision.Outcome.values())
                .anyMatch(outcome -> outcome.written().equals(small));
    }

    private static Guess stage(String value, long count) {
        String rows = Numerals.of(count, "row");
        StageWords words = StageWords.known();
        if (words.placement(value).isPresent()) {
            return new Guess(words.placement(value).get().written(), rows);
        }
        if (isYesOrNo(value)) {
            boolean isYes = value.strip().toLowerCase(Locale.ROOT).startsWith("y");
            return new Guess((isYes ? Placement.CUSTOMER : Placement.LEAD).written(), rows + "; yes and no");
        }
        return words.hint(value)
                .map(word -> new Guess(words.ofHint(word).written(), rows + "; by the word '" + word + "'"))
                .orElseGet(() -> new Guess(Placement.LEAD.written(), rows + "; not known"));
    }

    static boolean isYesOrNo(String value) {
        return List.of("yes", "no", "y", "n").contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
