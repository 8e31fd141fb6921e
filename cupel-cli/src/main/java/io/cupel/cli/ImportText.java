package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Key;
import io.cupel.files.ImportFiles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what an import would come to, and what it came to. Nothing personal, unless that was asked for. */
final class ImportText {
    private static final String INDENT = "  ";

    private final Shell shell;
    private final boolean show;

    /** @param show whether examples tell by which key a lead is known */
    ImportText(Shell shell, boolean show) {
        this.shell = shell;
        this.show = show;
    }

    void preview(URI to, Contract contract, ImportFiles.Result read, ImportPreview seen) {
        ImportPreview.Leads leads = seen.leads();
        ReadTable.lines(read.files(), shell.width()).forEach(shell.out()::println);
        shell.out().println();
        line(to + ", read by its contract " + Table.plain(contract.name()) + ":");
        line("  " + Words.count(seen.calls(), "call", "calls") + " for the log: "
                + Words.count(seen.calls() - seen.known()) + " new, " + Words.count(seen.known()) + " there already");
        long all = leads.fresh() + leads.matched() + leads.joining();
        List<String> parts = new ArrayList<>(List.of(Words.count(leads.fresh()) + " new"));
        parts.add(Words.count(leads.matched()) + " there already" + by(leads.by()));
        line("  " + Words.count(all, "lead", "leads") + ": " + String.join(", ", parts));
        if (leads.joining() > 0) {
            line("  " + (leads.joining() == 1 ? "1 lead names" : Words.count(leads.joining()) + " leads name")
                    + " by keys told together several leads of the server, which would become one");
        }
        if (seen.unnamed() > 0) {
            line("  " + (seen.unnamed() == 1 ? "1 call names" : Words.count(seen.unnamed()) + " calls name")
                    + " no lead, but a browser, a device, a company or nobody");
        }
        leads.examples().forEach(each -> line("  " + example(each)));
    }

    private static String by(Map<Key.Kind, Long> by) {
        List<String> parts = new ArrayList<>();
        by.forEach((kind, count) -> parts.add(Words.count(count) + " by " + word(kind)));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String word(Key.Kind kind) {
        return switch (kind) {
            case USER -> "user id";
            case EMAIL -> "e-mail address";
            case FURTHER_EMAIL -> "further address";
            case PHONE -> "phone number";
            case CRM -> "CRM id";
        };
    }

    private String example(ImportPreview.Example example) {
        String who = show ? Table.plain(example.key()) : "by " + word(example.by());
        List<String> numbers = example.leads().stream().map(String::valueOf).toList();
        String where = example.place().isEmpty() ? "a lead" : Table.plain(example.place());
        return where + " " + (numbers.size() == 1 ? "is lead " : "joins leads ") + Words.list(numbers, "and") + " ("
                + who + ")";
    }

    void report(URI to, ImportRun run) {
        long all = run.fresh() + run.repeated() + run.refused();
        line(to + ": " + Words.count(all, "call", "calls") + " = " + Words.count(run.fresh()) + " imported + "
                + Words.count(run.repeated()) + " there already + " + Words.count(run.refused()) + " refused");
        if (run.differing() > 0) {
            line("Of those there already, " + Words.count(run.differing())
                    + " say something else; of each message id the first counts (GET /api/differing-copies)");
        }
    }

    private void line(String text) {
        String indent = text.startsWith(INDENT) ? INDENT : "";
        for (String part : Table.wrapped(text.strip(), Math.max(1, shell.width() - indent.length()))) {
            shell.out().println(indent + part);
        }
    }
}
