package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Names;
import io.cupel.files.columns.NormalName;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.StageWords;
import io.cupel.files.columns.TableKind;
import io.cupel.files.columns.Target;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses what the columns of a table of leads, companies or deals tell: by name, by nearness, by what they hold. */
final class Guesses {
    /** Words in names of date columns, and what a date under them probably tells; the first that is found counts. */
    private static final List<Map.Entry<String, String>> DATE_WORDS = List.of(
            Map.entry("won", "decision won"),
            Map.entry("lost", "decision lost"),
            Map.entry("click", "email clicked"),
            Map.entry("open", "email opened"),
            Map.entry("repl", "email replied"),
            Map.entry("visit", "page"),
            Map.entry("session", "page"),
            Map.entry("seen", "page"),
            Map.entry("demo", "track \"Demo Requested\""),
            Map.entry("form", "track \"Form Submitted\""),
            Map.entry("conversion", "track \"Form Submitted\""),
            Map.entry("firstcontact", "created"),
            Map.entry("firstenquiry", "created"),
            Map.entry("firstinquiry", "created"),
            Map.entry("creat", "created"),
            Map.entry("signup", "created"),
            Map.entry("regist", "created"),
            Map.entry("added", "created"),
            Map.entry("contact", "touch"),
            Map.entry("call", "touch call"),
            Map.entry("meeting", "touch meeting"),
            Map.entry("date", "created"),
            Map.entry("time", "created"));

    private static final List<String> STAGE_WORDS =
            List.of("stage", "status", "state", "phase", "lifecycle", "disposition", "outcome", "result");
    private static final List<String> OUTCOME_NAMES = List.of("y", "converted", "target", "label");

    private static final List<String> ID_ENDINGS = List.of("id", "ref", "reference", "key");
    private static final List<String> PEOPLE_WORDS =
            List.of("lead", "contact", "person", "customer", "client", "prospect", "member", "record", "crm");
    /** Ids of other things than leads. */
    private static final List<String> OTHER_IDS = List.of("gclid", "clickid", "campaign", "session", "formid");

    private static final List<String> PERSONS_NAMES =
            List.of("firstname", "lastname", "fullname", "givenname", "familyname", "surname", "contact", "person");
    /** Names of other things than businesses. */
    private static final List<String> OTHER_NAMES = List.of(
            "user", "owner", "agent", "campaign", "form", "adname", "adset", "event", "product", "file", "page");

    /** Money under such names is what a lead would pay, not what its company earns. */
    private static final List<String> OTHER_SUMS = List.of(
            "budget", "price", "cost", "deal", "spend", "salary", "fee", "rent", "value", "amount", "paid", "order");

    private final Columns columns;
    private final List<ColumnLook> looks;
    private final List<Guess> guesses = new ArrayList<>();

    Guesses(Columns columns, List<ColumnLook> looks) {
        this.columns = columns;
        this.looks = looks;
    }

    /** One for each column, in their order. */
    List<Guess> all() {
        for (Columns.Column column : columns.columns()) {
            guesses.add(ofName(column, looks.get(column.number() - 1)));
        }
        for (int i = 0; i < guesses.size(); i++) {
            ColumnLook look = looks.get(i);
            String name = columns.columns().get(i).name();
            if (guesses.get(i).isIgnored() && look.filled() > 0) {
                Guess guess = ofCells(name, look);
                guesses.set(i, guess == null ? guesses.get(i) : guess);
            }
        }
        ids();
        nameOfBusiness();
        currencyOfNothing();
        return guesses;
    }

    /**
     * The first column that is called an id or a reference and has another value in every row. Beside an address it has
     * to be called after people: a campaign, too, may have another id in every row.
     */
    private void ids() {
        boolean hasId = guesses.stream()
                .flatMap(guess -> Target.read(guess.written()).stream())
                .anyMatch(target -> target.role() == Role.ID || target.role() == Role.USER);
        boolean hasAddress = hasKey();
        for (int i = 0; i < guesses.size() && !hasId && columns.kind() == TableKind.LEADS; i++) {
            String name = NormalName.of(columns.columns().get(i).name());
            boolean isCalledSo = ID_ENDINGS.stream().anyMatch(name::endsWith)
                    && (!hasAddress || PEOPLE_WORDS.stream().anyMatch(name::contains) || ID_ENDINGS.contains(name))
                    && OTHER_IDS.stream().noneMatch(name::contains);
            if (guesses.get(i).isIgnored() && isCalledSo && looks.get(i).isUnique()) {
                String why = looks.get(i).rows() == 1
                        ? "the id of the only row"
                        : "another value in each of " + looks.get(i).ofRows();
                guesses.set(i, new Guess("id", why));
                hasId = true;
            }
        }
    }

    /** A column of names, in a table in which no person is reached, tells the names of businesses. */
    private void nameOfBusiness() {
        boolean isOfPeople = !isFree("lead.email")
                || columns.columns().stream()
                        .map(column -> NormalName.of(column.name()))
                        .anyMatch(name -> PERSONS_NAMES.stream().anyMatch(name::contains));
        for (int i = 0; i < guesses.size() && !isOfPeople && columns.kind() == TableKind.LEADS; i++) {
            ColumnLook look = looks.get(i);
            String name = NormalName.of(columns.columns().get(i).name());
            boolean isName = name.endsWith("name") && OTHER_NAMES.stream().noneMatch(name::contains);
            if (isName && guesses.get(i).isIgnored() && !look.isOfNumbers() && isFree("company.name")) {
                guesses.set(i, new Guess("company.name", "a name, where nobody's e-mail address is"));
            }
        }
    }

    /** A currency tells nothing where no amount stands. */
    private void currencyOfNothing() {
        boolean hasAmount = guesses.stream()
                .anyMatch(guess -> List.of("company.revenue", "amount").contains(guess.written()));
        for (int i = 0; i < guesses.size() && !hasAmount; i++) {
            if (guesses.get(i).written().equals("currency")) {
                guesses.set(i, Guess.ignore("a currency, but no amount that is used"));
            }
        }
    }

    boolean hasKey() {
        return guesses.stream()
                .flatMap(guess -> Target.read(guess.written()).stream())
                .anyMatch(Target::isKey);
    }

    private static Guess ofName(Columns.Column column, ColumnLook look) {
        if (column.targets().isEmpty()) {
            return Guess.ignore("");
        }
        String written = column.targets().stream().map(Target::written).collect(Collectors.joining(" + "));
        Target first = column.targets().get(0);
        if (first.role() == Role.ATTRIBUTE && !look.isReadableAs(first.detail())) {
            return Guess.ignore("called as " + written + " is, but none of its values can be read so");
        }
        return new Guess(written, "by its name");
    }

    private @Nullable Guess ofCells(String name, ColumnLook look) {
        String near = Names.near(columns.kind(), name);
        Target meant = near == null ? null : Names.target(columns.kind(), near);
        if (look.isMostly(look.emails())) {
            String why = "looks like e-mail addresses in " + Numerals.of(look.emails()) + " of " + look.ofRows();
            boolean isFirst = isFree("lead.email");
            return new Guess(isFirst ? "lead.email" : "more emails", why);
        }
        if (look.isOfDates()) {
            return ofDates(name);
        }
        if (meant != null && isFree(meant.written()) && !meant.role().isDate() && isFitting(meant, look)) {
            return new Guess(meant.written(), "near '" + near + "'");
        }
        if (look.isMostly(look.phones()) && isFree("lead.phone")) {
            return new Guess(
                    "lead.phone", "looks like phone numbers in " + Numerals.of(look.phones()) + " of " + look.ofRows());
        }
        if (isOfStages(name, look)) {
            return new Guess("status", "values such as stages have");
        }
        return ofShape(NormalName.of(name), look);
    }

    /** Sizes and money, whatever they are called. */
    private @Nullable Guess ofShape(String name, ColumnLook look) {
        boolean isOfSizes = look.isMostly(look.ranges()) && 4 * look.bands() >= look.filled();
        if (isOfSizes && columns.kind() != TableKind.DEALS && isFree("company.employees")) {
            return new Guess(
                    "company.employees",
                    "looks like sizes of companies in " + Numerals.of(look.ranges()) + " of " + look.ofRows());
        }
        if (!look.isMostly(look.sums())) {
            return null;
        }
        String why = "looks like money in " + Numerals.of(look.sums()) + " of " + look.ofRows();
        if (columns.kind() == TableKind.DEALS) {
            return isFree("amount") ? new Guess("amount", why) : null;
        }
        if (OTHER_SUMS.stream().anyMatch(name::contains) || !isFree("company.revenue")) {
            return Guess.ignore(why + ", but hardly a company's revenue");
        }
        return new Guess("company.revenue", why);
    }

    private Guess ofDates(String name) {
        String normal = NormalName.of(name);
        for (Map.Entry<String, String> word : DATE_WORDS) {
            boolean isTaken = word.getValue().equals("created") && !isFree("created");
            if (normal.contains(word.getKey()) && !isTaken) {
                return new Guess(word.getValue(), "dates, and '" + word.getKey() + "' in the name");
            }
        }
        return Guess.ignore("dates; if the lead did something then, write for example track \"Demo Requested\"");
    }

    private boolean isFitting(Target meant, ColumnLook look) {
        return switch (meant.role()) {
            case ATTRIBUTE -> !meant.detail().equals("lead.email") && look.isReadableAs(meant.detail());
            case STAGE, STATUS ->
                isFree("stage") && isFree("status") && !look.values().isEmpty();
            case CURRENCY -> look.isOfCurrencies();
            case AMOUNT -> look.isOfNumbers() || look.isMostly(look.sums());
            case COMPANY_ID, CONTACT_IDS, DEAL_ID, REASON, BY -> true;
            case IGNORED,
                    USER,
                    ID,
                    MERGED_IDS,
                    MORE_EMAILS,
                    CREATED,
                    MODIFIED,
                    DELETED,
                    CONVERTED,
                    CONVERTED_OPPORTUNITY,
                    CLOSED,
                    WON,
                    IS_CLOSED,
                    IF_FILLED,
                    EVENT,
                    DETAIL,
                    TOUCH,
                    ENTERED,
                    DECISION -> false;
        };
    }

    /** A column called so of few values, of which most are known as stages or have a word that tells. */
    private boolean isOfStages(String name, ColumnLook look) {
        String normal = NormalName.of(name);
        boolean isCalledSo = STAGE_WORDS.stream().anyMatch(normal::contains) || OUTCOME_NAMES.contains(normal);
        if (!isCalledSo
                || !isFree("status")
                || !isFree("stage")
                || look.values().size() < 2) {
            return false;
        }
        long known = look.values().keySet().stream()
                .filter(value -> StageWords.known().placement(value).isPresent()
                        || StageWords.known().hint(value).isPresent()
                        || MapProposal.isYesOrNo(value))
                .count();
        return 3 * known >= 2L * look.values().size();
    }

    private boolean isFree(String written) {
        return guesses.stream().noneMatch(guess -> guess.written().equals(written));
    }
}
