package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.Csv;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leads as a CSV file that a CRM imports to update its records. An import passes over empty cells, so that an old value
 * would stay: what a lead has not is written as a word.
 */
final class CrmRows {
    private static final List<String> COLUMNS = List.of(
            "Score",
            "Usage",
            "Grade",
            "Fit",
            "Missing",
            "Stage",
            "Raised Hand",
            "Since",
            "Reasons",
            "As Of",
            "Contract");
    private static final String NONE = "none";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Crm crm;
    private final Contract contract;
    private final Why why;
    private final Set<String> gone;
    private final boolean fitAlone;

    /**
     * One lead.
     *
     * @param ids of its records in the CRM
     * @param email empty where none is known
     * @param isShared whether another lead has this address, too
     * @param cells those of our own columns, as CSV
     */
    record Lead(List<String> ids, String email, boolean isShared, String cells) {
        /** The same lead, of whose address it is known whether another has it. */
        Lead shared(boolean isShared) {
            return new Lead(ids, email, isShared, cells);
        }

        /** The address, where it is that of no other record and no other lead. */
        String ownEmail() {
            return isShared || ids.size() > 1 ? "" : email;
        }

        /** Whether the import can find out which record it is. */
        boolean isMatched() {
            return !ids.isEmpty() || !ownEmail().isEmpty();
        }
    }

    /**
     * Rows for one system.
     *
     * @param gone ids of records that were merged into others: an import would not find them
     * @param fitAlone whether no events are known, so that nothing but the fit is worth a word
     */
    CrmRows(Crm crm, Contract contract, Set<String> gone, boolean fitAlone) {
        this.crm = crm;
        this.contract = contract;
        this.why = new Why(contract);
        this.gone = gone;
        this.fitAlone = fitAlone;
    }

    String header() {
        List<String> names = new ArrayList<>(List.of(crm.idColumn, "Email"));
        COLUMNS.stream().map(crm::column).forEach(names::add);
        return String.join(",", names);
    }

    Lead lead(Evidence evidence, Judgement judgement) {
        Long since = judgement.since();
        List<String> cells = List.of(
                Long.toString(judgement.score().score().shown()),
                Long.toString(judgement.score().usageScore().shown()),
                text(Objects.requireNonNullElse(judgement.fit().grade(), NONE)),
                judgement.fit().verdict().written(),
                missing(judgement),
                judgement.stage().written(),
                Boolean.toString(judgement.raisedHand()),
                since == null ? "" : time(since),
                text(reasons(judgement)),
                time(judgement.asOf()),
                text(contract.id()));
        String email = Objects.requireNonNullElse(JudgementJson.email(judgement), "");
        return new Lead(ids(evidence), email, false, String.join(",", cells));
    }

    /**
     * A user id written as one of the system's is one of its ids, too. Of one of Salesforce that was told in 15
     * characters and in 18, which are those and three that check them, the latter is written.
     */
    private List<String> ids(Evidence evidence) {
        List<String> ids = Stream.concat(evidence.crm().stream(), Stream.of(evidence.lead()))
                .filter(id -> !gone.contains(id))
                .filter(id -> id.startsWith(crm.prefix())
                        && id.length() > crm.prefix().length())
                .map(id -> id.substring(crm.prefix().length()))
                .distinct()
                .toList();
        return ids.stream()
                .filter(id -> crm != Crm.SALESFORCE
                        || ids.stream().noneMatch(longer -> longer.length() > id.length() && longer.startsWith(id)))
                .toList();
    }

    private String missing(Judgement judgement) {
        List<String> unknown = judgement.fit().unknown();
        return unknown.isEmpty()
                ? NONE
                : text(ShortText.list(
                        unknown.stream()
                                .map(path -> Words.attribute(path, unknown))
                                .toList(),
                        crm.textMax));
    }

    private String reasons(Judgement judgement) {
        if (judgement.stage().isUndecided()) {
            List<String> parts = Reasons.parts(judgement);
            return parts.isEmpty() ? "its points have faded since" : ShortText.list(parts, crm.textMax);
        }
        String said = fitAlone ? why.ofFit(judgement) : why.of(judgement);
        return said.isEmpty() ? NONE : ShortText.list(List.of(said.split("(?<=;) ", -1)), " ", crm.textMax);
    }

    /** A day in the contract's time zone for HubSpot, whose dates have no time; the instant for Salesforce. */
    private String time(long millis) {
        return switch (crm) {
            case HUBSPOT -> Words.day(millis, contract.zone());
            case SALESFORCE -> MILLIS.format(Instant.ofEpochMilli(millis));
        };
    }

    /** On one line: the words of people may have several. */
    private static String text(String text) {
        return CsvRows.text(Table.plain(text.replaceAll("\\s+", " ").strip()));
    }

    /**
     * A row for each record of a lead, for each has to be updated; the e-mail address, which may be that of one of them
     * alone, is then left to the CRM. None for a lead that the import could not find.
     */
    List<String> lines(Lead lead) {
        if (lead.ids().size() > 1) {
            return lead.ids().stream().map(id -> text(id) + ",," + lead.cells()).toList();
        }
        String id = lead.ids().isEmpty() ? "" : lead.ids().get(0);
        return lead.isMatched() ? List.of(text(id) + "," + text(lead.ownEmail()) + "," + lead.cells()) : List.of();
    }

    /** What an import of these leads would not do as one expects. */
    List<String> notes(List<Lead> leads) {
        List<String> notes = new ArrayList<>();
        String all = " of " + Words.count(leads.size());
        long unmatched = leads.stream()
                .filter(lead -> !lead.isMatched() && !lead.isShared())
                .count();
        long byEmail = leads.stream()
                .filter(lead -> lead.ids().isEmpty() && lead.isMatched())
                .count();
        long several = leads.stream().filter(lead -> lead.ids().size() > 1).count();
        long formulas = leads.stream()
                .filter(lead -> !Csv.neutralised(lead.ownEmail()).equals(lead.ownEmail()))
                .count();
        add(notes, byEmail, all, " no " + crm.idColumn + "; " + crm.matching);
        add(
                notes,
                unmatched,
                all,
                " neither " + crm.idColumn + " nor Email and " + areLeftOut(unmatched)
                        + ": an import would make a new record of each");
        notes.addAll(ofShared(leads, all));
        add(notes, several, all, " several records in " + crm.title + "; each record has a row, without Email");
        add(notes, formulas, all, " an e-mail address that begins like a formula and stands behind an apostrophe");
        String kinds = kinds(leads);
        if (!kinds.isEmpty()) {
            notes.add(kinds);
        }
        return notes;
    }

    private List<String> ofShared(List<Lead> leads, String all) {
        List<String> notes = new ArrayList<>();
        long without = leads.stream()
                .filter(lead -> lead.isShared() && lead.ids().isEmpty())
                .count();
        long with = leads.stream()
                .filter(lead -> lead.isShared() && lead.ids().size() == 1)
                .count();
        add(
                notes,
                without,
                all,
                " no " + crm.idColumn + " and an Email that another lead has too, and " + areLeftOut(without)
                        + ": one record would get several scores; to update them, give their " + crm.idColumn
                        + "s in the table of leads");
        add(
                notes,
                with,
                all,
                " an Email that another lead has too; the row has the " + crm.idColumn + " alone, without Email");
        return notes;
    }

    private static String areLeftOut(long number) {
        return number == 1 ? "is left out" : "are left out";
    }

    private static void add(List<String> notes, long number, String all, String what) {
        if (number > 0) {
            notes.add(Words.count(number) + all + (number == 1 ? " has" : " have") + what + ".");
        }
    }

    /** Salesforce keeps leads and contacts apart, and an import updates one kind. */
    private String kinds(List<Lead> leads) {
        if (crm != Crm.SALESFORCE) {
            return "";
        }
        long contacts = leads.stream()
                .flatMap(lead -> lead.ids().stream())
                .filter(id -> id.startsWith("003"))
                .count();
        long all = leads.stream().mapToLong(lead -> lead.ids().size()).sum();
        return contacts == 0 || contacts == all
                ? ""
                : Words.count(contacts) + " of the " + Words.count(all)
                        + " ids are contacts (003...), the others leads (00Q...): import them apart.";
    }
}
