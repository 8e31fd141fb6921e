package io.cupel.files;

import io.cupel.core.evidence.Amounts;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Reading;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Sum;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Placement;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.StageWords;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes decisions of the rows of one export of deals: each was opened, and some were won or lost. */
final class DealRows {
    private final Columns columns;
    private final DealDates dates;
    private final StageWords words;
    private final Unreadables unreadables;
    private final RowCopies copies;
    /** What this export alone tells, of nobody. */
    private final Deals here = new Deals();

    DealRows(Columns columns, DealDates dates, StageWords words, Unreadables unreadables, RowCopies copies) {
        this.columns = columns;
        this.dates = dates;
        this.words = words;
        this.unreadables = unreadables;
        this.copies = copies;
    }

    /** What a row tells of its deal, whoever its contacts are. */
    private record Deal(String name, @Nullable Sum amount, String by) {}

    /** What the row says about each of its contacts. */
    Deals.Row read(List<String> cells, long line) throws Refusal, IOException {
        if (LeadRow.isDeleted(columns, cells)) {
            throw new Refusal(Reason.DELETED);
        }
        List<Keys> contacts = contacts(cells);
        if (contacts.isEmpty()) {
            throw new Refusal(Reason.NO_CONTACT);
        }
        Outcome outcome = outcome(cells);
        String key = key(cells, line);
        DealDates.Closed closed = outcome == Outcome.OPPORTUNITY ? null : dates.closed(key, cells, line);
        long opened = closed == null ? dates.opened(cells, line) : closed.opened();
        Deal deal = new Deal(deal(cells, opened), amount(cells), text(cells, Role.BY));
        List<Sighting> told = new ArrayList<>();
        for (Keys contact : contacts) {
            told.add(act(contact, deal, Outcome.OPPORTUNITY, opened, ""));
            if (closed != null) {
                String reason = outcome == Outcome.LOST ? text(cells, Role.REASON) : "";
                told.add(act(contact, deal, outcome, closed.closed(), reason));
            }
        }
        String id = text(cells, Role.DEAL_ID);
        String whole = id.isEmpty() ? "" : columns.origin().prefix() + ":" + id;
        OptionalLong modified = dates.modified(cells, line);
        if (!copies.isCopy()) {
            here.add(new Deals.Row(key, modified, outcome, List.of()));
        }
        return new Deals.Row(whole, modified, outcome, told);
    }

    /** By what a deal is told from others of its contact: its id, else its name, else when it was opened. */
    private String deal(List<String> cells, long opened) {
        String id = text(cells, Role.DEAL_ID);
        return !id.isEmpty() ? id : name(cells).map(name -> "named " + name).orElse("opened " + opened);
    }

    private Optional<String> name(List<String> cells) {
        return columns.dealNames().stream()
                .filter(place -> !cells.get(place).isBlank())
                .map(place -> cells.get(place).strip())
                .findFirst();
    }

    /**
     * By what deals are counted, which have a row for each of their contacts: by their id, else by their name and all
     * else that their rows have in common; a row without either is a deal of its own.
     */
    private String key(List<String> cells, long line) {
        String id = text(cells, Role.DEAL_ID);
        if (!id.isEmpty()) {
            return id;
        }
        String facts = Stream.of(Role.STAGE, Role.AMOUNT, Role.CREATED, Role.CLOSED)
                .map(role -> text(cells, role))
                .collect(Collectors.joining("\n"));
        return name(cells).map(name -> "named " + name + '\n' + facts).orElse("in line " + line);
    }

    private static Sighting act(Keys contact, Deal deal, Outcome outcome, long at, String reason) {
        String name = contact.crm().isEmpty()
                ? contact.emails().get(0)
                : contact.crm().get(0);
        String id = ExportIds.of(name, "deal", deal.name(), outcome.written(), Long.toString(at));
        return Sighting.act(
                contact, new Decision(id, at, outcome, reason, deal.by(), deal.amount(), true, deal.name()));
    }

    private List<Keys> contacts(List<String> cells) {
        List<Keys> contacts = new ArrayList<>();
        for (Columns.Use use : contactColumns()) {
            if (contacts.isEmpty()) {
                addContacts(cells.get(use.place()), contacts);
            }
        }
        List<String> addresses = columns.uses(Role.ATTRIBUTE).stream()
                .filter(use -> use.target().detail().equals("lead.email"))
                .flatMap(use -> MailCell.addresses(cells.get(use.place())).stream())
                .distinct()
                .toList();
        if (contacts.isEmpty()) {
            addresses.forEach(email -> contacts.add(new Keys(null, List.of(email), null, null, null)));
        } else if (contacts.size() == 1 && contacts.get(0).emails().isEmpty() && addresses.size() == 1) {
            Keys contact = contacts.get(0); // one contact and one address are one person's
            contacts.set(0, new Keys(contact.user(), addresses, null, null, null, contact.crm()));
        }
        return contacts;
    }

    /** Those of ids first: beside them others may hold the names of the same people. */
    private List<Columns.Use> contactColumns() {
        List<Columns.Use> uses = new ArrayList<>(columns.uses(Role.CONTACT_IDS));
        uses.sort(Comparator.comparing(
                use -> !AttributeNames.normal(columns.columns().get(use.place()).name())
                        .matches(".*ids?")));
        return uses;
    }

    /** Several between semicolons, each an id or an address: "901", "a@x.example", "Ann Lee (a@x.example)". */
    private void addContacts(String cell, List<Keys> contacts) {
        for (String part : cell.split("[;|]", -1)) {
            String told = part.strip();
            String inBrackets = told.replaceFirst("^.*\\(([^()]*)\\)$", "$1");
            Optional<String> email = MailDomains.normaliseEmail(inBrackets);
            if (email.isPresent()) {
                contacts.add(new Keys(null, List.of(email.get()), null, null, null));
            } else if (told.chars().noneMatch(Character::isWhitespace)) {
                CrmIds.all(columns.origin().prefix(), told)
                        .forEach(id -> contacts.add(new Keys(null, List.of(), null, null, null, List.of(id))));
            }
        }
    }

    /** A stage that is neither won nor lost is one of an open deal, whatever it is called. */
    private Outcome outcome(List<String> cells) {
        String stage = text(cells, Role.STAGE).replaceFirst("\\s*\\([^()]*\\)$", "");
        Optional<Placement> placement = words.placement(stage);
        boolean isWon =
                placement.filter(Placement.CUSTOMER::equals).isPresent() || Truths.isTrue(text(cells, Role.WON));
        boolean isLost = placement.filter(Placement.LOST::equals).isPresent()
                || placement.filter(Placement.DISQUALIFIED::equals).isPresent()
                || Truths.isTrue(text(cells, Role.IS_CLOSED));
        return isWon ? Outcome.WON : isLost ? Outcome.LOST : Outcome.OPPORTUNITY;
    }

    private @Nullable Sum amount(List<String> cells) {
        String cell = text(cells, Role.AMOUNT);
        if (cell.isEmpty()) {
            return null;
        }
        String currency = CellValues.currency(columns, cells);
        Reading<Sum> reading = Amounts.sum(CellValues.withCurrency(cell, currency));
        if (reading instanceof Reading.Unreadable<Sum> not) {
            unreadables.add("amount", CellValues.fault(not.reason(), cell, currency));
        }
        return reading instanceof Reading.Value<Sum> value ? value.value() : null;
    }

    /** The first cell of that role that is filled; else nothing. */
    private String text(List<String> cells, Role role) {
        return columns.uses(role).stream()
                .map(use -> cells.get(use.place()).strip())
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** How many of which, in a sentence about the file. */
    List<String> sentences(String file) {
        Map<Outcome, Long> counts = here.standing();
        long deals = counts.values().stream().mapToLong(Long::longValue).sum();
        String told = counts.entrySet().stream()
                .map(each -> Numerals.of(each.getValue()) + " "
                        + (each.getKey() == Outcome.OPPORTUNITY
                                ? "open"
                                : each.getKey().written()))
                .collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        if (deals > 0) {
            sentences.add("%s tells of %s: %s".formatted(file, Numerals.of(deals, "deal"), told));
        }
        sentences.addAll(dates.sentences(file));
        return sentences;
    }
}
