package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Told;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of the rows of one table of leads what they tell. */
final class LeadRow {
    private final Columns columns;
    private final DateColumns dates;
    private final CellValues values;
    private final Activities activities;
    private final SourceStages stages;
    private final RowCopies copies;
    private final String rowIds;
    /** The columns that tell the address. */
    private final List<Columns.Use> emails;

    private long wrongIds;
    private long firstWrong;
    /** Of a column that is called just Id, beside other keys: it may be a mere row number. */
    private final int loneId;

    private final FirstLine loneIds = new FirstLine();
    private final ShortenedIds shortened = new ShortenedIds();
    private final List<Columns.Use> idColumns;

    /** @param rowIds of a table whose rows have no id but their place: its name; else empty */
    LeadRow(
            Columns columns,
            DateColumns dates,
            CellValues values,
            SourceStages stages,
            RowCopies copies,
            String rowIds) {
        this.columns = columns;
        this.dates = dates;
        this.values = values;
        this.activities = new Activities(columns, dates);
        this.stages = stages;
        this.copies = copies;
        this.rowIds = rowIds;
        this.emails = columns.uses(Role.ATTRIBUTE).stream()
                .filter(use -> use.target().detail().equals("lead.email"))
                .toList();
        this.idColumns = Stream.of(Role.USER, Role.ID, Role.MERGED_IDS)
                .flatMap(role -> columns.uses(role).stream())
                .toList();
        int id = columns.place("Id");
        boolean isSpare = id >= 0 && columns.columns().get(id).targets().isEmpty();
        this.loneId = isSpare && columns.uses(Role.ID).isEmpty() && !columns.isMapped() ? id : -1;
    }

    /** Whether the row is marked as deleted, so that it tells nothing but perhaps into which one it was merged. */
    static boolean isDeleted(Columns columns, List<String> cells) {
        for (Columns.Use use : columns.uses(Role.DELETED)) {
            if (Truths.isTrue(cells.get(use.place()))) {
                return true;
            }
        }
        return false;
    }

    /** The ids of a row that is marked as deleted, and of the one that it was merged into. */
    MergedRows.Ids merged(List<String> cells, long line) throws Refusal {
        List<String> own = CrmIds.of(columns, cells, Role.ID);
        List<String> into = merged(cells);
        if (own.isEmpty() || into.isEmpty()) {
            throw new Refusal(Reason.DELETED);
        }
        check(cells, line);
        return new MergedRows.Ids(own, into);
    }

    /** The other records that the row names; one that names itself was merged into no other. */
    private List<String> merged(List<String> cells) {
        List<String> merged = new ArrayList<>(CrmIds.of(columns, cells, Role.MERGED_IDS));
        if (!merged.isEmpty()) {
            merged.removeAll(CrmIds.of(columns, cells, Role.ID));
        }
        return merged;
    }

    private void check(List<String> cells, long line) {
        if (copies.isCopy()) {
            return;
        }
        for (Columns.Use use : idColumns) {
            shortened.look(columns.columns().get(use.place()).shown(), cells.get(use.place()), line);
        }
        long wrong = CrmIds.wrong(columns, cells);
        firstWrong = wrongIds == 0 ? line : firstWrong;
        wrongIds += wrong;
    }

    /** What is odd about ids, in a sentence about the file. */
    List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>(shortened.sentences(file));
        if (loneIds.count() > 0) {
            sentences.add(file + " has " + Numerals.of(loneIds.count(), "id")
                    + " of Salesforce in column Id, so " + (loneIds.count() == 1 ? "it is" : "they are")
                    + " used after all");
        }
        if (wrongIds > 0) {
            sentences.add(file + " has " + Numerals.of(wrongIds) + " Salesforce "
                    + (wrongIds == 1 ? "id whose last three characters do" : "ids whose last three characters do")
                    + " not fit the first 15 (the first in line " + firstWrong
                    + "), as when a program has changed capitals; the first 15 are used");
        }
        return sentences;
    }

    /** @param order the row's place, written so that later rows compare greater */
    LeadDraft read(List<String> cells, long line, String order) throws Refusal, IOException {
        RowValues told = values.of(cells, line);
        check(cells, line);
        List<String> merged = merged(cells);
        Keys keys = keys(cells, merged, told, line);
        if (!keys.isContact()) {
            throw new Refusal(Reason.NO_KEY);
        }
        if (keys.emails().isEmpty()
                && told.get("lead.phone") == null
                && !keys.crm().isEmpty()) {
            told.put(BuiltIn.CRM_ID, keys.crm().get(0));
        }
        String name = name(keys);
        long at = created(columns, dates, cells, line);
        List<Act> acts = new ArrayList<>(activities.touches(cells, line, name));
        acts.addAll(decisions(cells, line, name));
        String company = told.get("company.domain") instanceof String domain
                ? Domains.ofCompany(domain).orElse(null)
                : null;
        return new LeadDraft(
                name,
                keys,
                merged,
                at,
                order,
                told.all(),
                company,
                companyId(columns, cells),
                activities.events(cells, line, name),
                acts,
                stages.of(cells, line, at, name));
    }

    private Keys keys(List<String> cells, List<String> merged, RowValues told, long line) {
        String user = null;
        for (Columns.Use use : columns.uses(Role.USER)) {
            user = user == null ? CallKeys.id(cells.get(use.place())) : user;
        }
        List<String> emails = new ArrayList<>();
        if (told.get("lead.email") instanceof String email) {
            emails.add(email);
            emails.addAll(besideFirst(cells));
        } else if (user != null && user.indexOf('@') > 0) {
            MailDomains.normaliseEmail(user).ifPresent(address -> {
                emails.add(address);
                told.put("lead.email", address);
            });
        }
        for (Columns.Use use : columns.uses(Role.MORE_EMAILS)) {
            emails.addAll(MailCell.someAddresses(cells.get(use.place())));
        }
        String phone = told.get("lead.phone") instanceof String text
                ? Phone.normalised(text).orElse(null)
                : null;
        List<String> ids = new ArrayList<>(CrmIds.of(columns, cells, Role.ID));
        if (loneId >= 0) {
            List<String> known = CrmIds.surelyOfSalesforce(cells.get(loneId));
            ids.addAll(known);
            if (!known.isEmpty() && !copies.isCopy()) {
                loneIds.meet(line);
            }
        }
        ids.addAll(merged);
        if (!rowIds.isEmpty()) {
            ids.add("row:" + rowIds + "#" + line);
        }
        return new Keys(user, distinct(emails), phone, null, null, distinct(ids));
    }

    private static List<String> distinct(List<String> keys) {
        return keys.size() < 2 ? keys : keys.stream().distinct().toList();
    }

    /** Of the cell that tells the address, where it holds several. */
    private List<String> besideFirst(List<String> cells) {
        for (Columns.Use use : emails) {
            String cell = cells.get(use.place());
            if (emails.size() == 1 && !MailCell.mayHoldMore(cell)) {
                return List.of();
            }
            List<String> addresses = MailCell.addresses(cell);
            if (!addresses.isEmpty()) {
                return addresses.subList(1, addresses.size());
            }
        }
        return List.of();
    }

    private static String name(Keys keys) {
        if (keys.user() != null) {
            return keys.user();
        }
        if (!keys.emails().isEmpty()) {
            return keys.emails().get(0);
        }
        return keys.crm().isEmpty() ? String.valueOf(keys.phone()) : keys.crm().get(0);
    }

    private List<Act> decisions(List<String> cells, long line, String name) throws IOException {
        List<Act> decisions = new ArrayList<>();
        for (Columns.Use use : columns.uses(Role.DECISION)) {
            OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
            if (at.isPresent()) {
                String outcome = use.target().detail();
                String id = ExportIds.of(name, "decision", outcome, Long.toString(at.getAsLong()));
                Decision.Outcome known = Decision.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
                decisions.add(new Decision(id, at.getAsLong(), known, "", "", null, true, ""));
            }
        }
        return decisions;
    }

    /** When the row's facts were told: at its create date, else before all events. */
    static long created(Columns columns, DateColumns dates, List<String> cells, long line) throws IOException {
        return date(Role.CREATED, columns, dates, cells, line).orElse(Told.BEFORE_ALL);
    }

    /** When the row was last changed; empty where it does not say so. */
    static OptionalLong modified(Columns columns, DateColumns dates, List<String> cells, long line) throws IOException {
        return date(Role.MODIFIED, columns, dates, cells, line);
    }

    /** By the first column of a role that tells it. */
    private static OptionalLong date(Role role, Columns columns, DateColumns dates, List<String> cells, long line)
            throws IOException {
        for (Columns.Use use : columns.uses(role)) {
            OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
            if (at.isPresent()) {
                return at;
            }
        }
        return OptionalLong.empty();
    }

    /** The record of the company that the row names first. */
    static @Nullable String companyId(Columns columns, List<String> cells) {
        for (Columns.Use use : columns.uses(Role.COMPANY_ID)) {
            List<String> ids = CrmIds.all(columns.origin().prefix(), cells.get(use.place()));
            if (!ids.isEmpty()) {
                return ids.get(0);
            }
        }
        return null;
    }
}
