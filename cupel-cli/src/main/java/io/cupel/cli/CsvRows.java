package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.Csv;
import io.cupel.files.answers.Json;
import io.cupel.files.answers.JudgementJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads as CSV for spreadsheets. Text that a spreadsheet would run as a formula is made harmless. */
final class CsvRows {
    private static final List<String> HEADER = List.of(
            "lead",
            "email",
            "company",
            "stage",
            "since",
            "score",
            "engagement",
            "intent",
            "usage",
            "fit",
            "fit_points",
            "grade",
            "unknown",
            "excluded",
            "held",
            "cycle",
            "reasons",
            "contract");

    private CsvRows() {}

    static String header() {
        return String.join(",", HEADER);
    }

    static String of(Contract contract, Judgement judgement) {
        List<String> held = judgement.held();
        List<String> cells = new ArrayList<>();
        cells.add(text(judgement.lead()));
        cells.add(text(JudgementJson.email(judgement)));
        cells.add(text(JudgementJson.company(judgement)));
        cells.add(judgement.stage().written());
        cells.add(text(Json.instant(judgement.since())));
        cells.add(judgement.score().score().toString());
        cells.add(judgement.score().engagement().toString());
        cells.add(judgement.score().intent().toString());
        cells.add(judgement.score().usageScore().toString());
        cells.add(judgement.fit().verdict().written());
        cells.add(Long.toString(judgement.fit().points()));
        cells.add(text(judgement.fit().grade()));
        cells.add(text(String.join(";", judgement.fit().unknown())));
        cells.add(text(judgement.excluded()));
        cells.add(held == null ? "" : text(String.join(";", held)));
        cells.add(Integer.toString(judgement.cycle()));
        cells.add(text(judgement.reasons().stream()
                .map(reason -> reason.signal() + " " + reason.points())
                .collect(Collectors.joining("; "))));
        cells.add(text(contract.id()));
        return String.join(",", cells);
    }

    /** A cell of text: harmless in a spreadsheet, and quoted where it needs to be. */
    static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = Csv.neutralised(text);
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !harmless.equals(harmless.strip());
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
