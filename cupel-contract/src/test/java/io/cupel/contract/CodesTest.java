package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each code, provoked by one change of the skeleton. */
class CodesTest {
    /** Codes of whole files, in HostileFileTest. */
    private static final Set<Code> OF_FILES =
            EnumSet.of(Code.UNREADABLE, Code.NOT_UTF8, Code.FILE_TOO_BIG, Code.TOO_DEEP, Code.TOO_MANY, Code.TOO_LONG);

    /** Texts to replace, each followed by what comes instead. */
    private record Change(Code code, List<String> fromAndTo) {}

    private static final List<Change> CHANGES = List.of(
            change(Code.YAML_SYNTAX, "name: b2b-workshop", "name: [b2b"),
            change(Code.YAML_SYNTAX, "alarm:", "\talarm:"),
            change(Code.YAML_FEATURE, "pass: 80", "pass: &pass 80"),
            change(Code.YAML_FEATURE, "must: [need]", "must: [*need]"),
            change(Code.YAML_FEATURE, "pass: 80", "pass: !!int 80"),
            change(Code.YAML_FEATURE, "pass: 80", "<<: {pass: 80}"),
            change(Code.YAML_FEATURE, "pass: 80", "[pass]: 80"),
            change(Code.YAML_FEATURE, "alarm:", "---\nalarm:"),
            change(Code.DUPLICATE_KEY, "pass: 80", "pass: 80\n  pass: 80"),
            change(Code.UNKNOWN_KEY, "pass: 80", "pass: 80\n  passs: 80"),
            change(Code.MISSING_KEY, "  pass: 80\n", ""),
            change(Code.WRONG_SHAPE, "pass: 80", "pass: \"80\""),
            change(Code.WRONG_SHAPE, "pass: 80", "pass:"),
            change(Code.WRONG_SHAPE, "required: true", "required: yes"),
            change(Code.OUT_OF_RANGE, "at-most: 5", "at-most: 101"),
            change(Code.OUT_OF_RANGE, "pass: 80", "pass: 0"),
            change(Code.NO_SUCH_CHOICE, "kind: intent", "kind: intend"),
            change(Code.BAD_NAME, "name: b2b-workshop", "name: B2B"),
            change(Code.BAD_NAME, "name: Pricing page", "name: \" Pricing page\""),
            change(Code.BAD_NAME, "competitors: [", "the-competitors: [a]\n  competitors: ["),
            change(Code.DUPLICATE_NAME, "name: Buyer", "name: 50 to 500 people"),
            change(Code.UNKNOWN_NAME, "[Playbook, Case", "[Playbok, Case"),
            change(Code.UNKNOWN_NAME, "must: [need]", "must: [needs]"),
            change(Code.TIME_ZONE, "America/New_York", "America/NewYork"),
            change(Code.SPAN, "half-life: 30d", "half-life: 30 days"),
            change(Code.SPAN, "half-life: 30d", "half-life: 9999999w"),
            change(Code.POINTS, "points: 20\n", "points: 0.1234567\n"),
            change(Code.POINTS, "points: 20\n", "points: 4000.1\n"),
            change(Code.POINTS, "cap: 40\n    qualifies", "cap: 0\n    qualifies"),
            change(Code.NO_EFFECT, "points: 60", "points: 0"),
            change(Code.NO_EFFECT, "points: 7.5", "points: 0"),
            change(Code.FIT_OUT_OF_REACH, "pass: 80", "pass: 91"),
            change(Code.GRADES, "B: 75", "B: 95"),
            change(Code.GRADES, "A: 90", "A: 91"),
            change(Code.EVENT_KIND, "on: page\n", "on: pge\n"),
            change(Code.EVENT_KIND, "on: page\n", "on: identify\n"),
            change(Code.EVENT_KIND, "on: track \"Playbook Downloaded\"", "on: track"),
            change(Code.EVENT_KIND, "on: email replied", "on: email replied \"x\""),
            change(Code.FADES_TWICE, "half-life: 30d", "half-life: 30d\n    linear: 30d"),
            change(Code.COUNTS_CROSS, "at-most: 5", "at-most: 1"),
            change(Code.DISTINCT_PATH, "distinct: event.path", "distinct: event.paths"),
            change(Code.QUALIFIES_NOWHERE, "  mql:\n    score: 60\n", "  sql: {}\n  mq:\n    score: 60\n"),
            change(Code.GROUP_MIXED, "[Playbook, Case", "[Playbook, Pricing page, Case"),
            change(Code.CHECKLIST, "checklist:\n", "checklist: []\n    x:\n"),
            change(Code.HOURS, "13:30-18:00", "12:00-18:00"),
            change(Code.HOURS, "mon-fri", "fri-mon"),
            change(Code.HOURS, "\"sat, sun\"", "\"fri, sat\""),
            change(Code.DATE, "2026-12-24", "2026-02-30"),
            change(Code.COUNTRY, "country: US", "country: UK"),
            change(Code.NO_HOURS, "  hours: {", "  hors: {"),
            change(Code.PERCENT, "60%", "0%"),
            change(Code.PERCENT, "[60%, 90%]", "[90%, 60%]"),
            change(Code.PERCENT, "below: 30%", "below: 30"),
            change(Code.CURRENCY, "currency: USD", "currency: DOLLAR"),
            change(Code.CURRENCY, "EUR: 1.08", "EUR: 0"),
            change(Code.ATTRIBUTE, "lead.persona: text", "lead.title: text\n  lead.persona: text"),
            change(Code.ATTRIBUTE, "lead.persona: text", "deal.persona: text\n  lead.persona: text"),
            change(Code.LIST_MIXED, "[50, 100, 500]", "[50, a]"),
            change(Code.CONDITION_SYNTAX, "company.employees <= 500", "company.employees <="),
            change(Code.CONDITION_NAME, "company.employees <= 500", "company.employes <= 500"),
            change(Code.CONDITION_NAME, "lists.buyers", "lists.buyer"),
            change(Code.CONDITION_TYPE, "company.employees <= 500", "company.employees <= \"500\""),
            change(Code.CONDITION_NO_ANSWER, "\"!lead.bounced\"", "lead.email"),
            change(Code.CONDITION_SCOPE, "\"!lead.bounced\"", "event.path == \"x\""),
            change(Code.CONDITION_SCOPE, "event.path.startsWith(\"/pricing\")", "lead.bounced"),
            change(Code.CONDITION_FUNCTION, "\"!lead.bounced\"", "has(lead.bounced)"),
            change(Code.CONDITION_FUNCTION, "\"!lead.bounced\"", "now > lead.since"),
            change(Code.CONDITION_FUNCTION, "\"!lead.bounced\"", "type(lead.bounced) == bool"),
            change(Code.CONDITION_FUNCTION, "event.path.startsWith(\"/pricing\")", "event.properties.x != null"),
            change(Code.CONDITION_PATTERN, "\"!lead.bounced\"", "lead.email.matches(\"(\")"),
            change(Code.CONDITION_PATTERN, "\"!lead.bounced\"", "lead.email.matches(lead.title)"),
            change(Code.CONDITION_PATTERN, "\"!lead.bounced\"", "'lead.email.matches(\"(a{99}){99}\")'"),
            change(Code.CONDITION_DYNAMIC, "event.path.startsWith(\"/pricing\")", "event.properties[event.name] == 1"),
            change(Code.CONDITION_DYNAMIC, "event.path.startsWith(\"/pricing\")", "'\"plan\" in event.properties'"),
            change(Code.CONDITION_TOO_LONG, "\"!lead.bounced\"", "lead.email == \"" + "x".repeat(2_000) + "\""),
            change(Code.CONDITION_COST, "\"!lead.bounced\"", "(".repeat(60) + "true" + ")".repeat(60)),
            change(Code.EVERYBODY_FITS, Samples.skeleton().replaceAll("(?s).*\n(fit:.*)exclude:.*", "$1"), ""),
            change(Code.ENDLESS_PENALTY, "    half-life: 60d\n", ""),
            change(Code.CAP_OUT_OF_REACH, "    at-most: 5\n    cap: 40", "    cap: 2500"),
            change(Code.EXACT_TEXT, "\"!lead.bounced\"", "lead.title == \"CRO\""),
            change(
                    Code.THRESHOLD_OUT_OF_REACH,
                    "    qualifies: mql\n",
                    "",
                    "cap: 30}",
                    "cap: 1}",
                    "points: 25",
                    "points: 5\n    cap: 5"),
            change(Code.UNUSED_LIST, "sizes: [50, 100, 500]", "sizes: [50]\n  spare: [1]"),
            change(Code.PQL_WITHOUT_USAGE, "kind: usage", "kind: intent"));

    private static Change change(Code code, String... fromAndTo) {
        return new Change(code, List.of(fromAndTo));
    }

    private static String changed(Change change) {
        String text = Samples.skeleton();
        for (int i = 0; i < change.fromAndTo().size(); i += 2) {
            String from = change.fromAndTo().get(i);
            int at = text.indexOf(from);
            assertThat(at).as(from).isNotNegative();
            text = text.substring(0, at) + change.fromAndTo().get(i + 1) + text.substring(at + from.length());
        }
        return text;
    }

    @TestFactory
    Stream<DynamicTest> aChangeGivesItsCode() {
        Map<String, Change> named = new LinkedHashMap<>();
        CHANGES.forEach(change -> named.put(named.size() + " " + change.code(), change));
        return named.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    CheckResult result = Samples.check(changed(each.getValue()));
                    assertThat(Samples.codes(result))
                            .as(result.findings().toString())
                            .contains(each.getValue().code());
                    assertThat(result.findings()).allSatisfy(finding -> {
                        assertThat(finding.line()).isPositive();
                        assertThat(finding.column()).isPositive();
                    });
                }));
    }

    @Test
    void theSkeletonItselfIsFine() {
        assertThat(Samples.check(Samples.skeleton()).findings()).isEmpty();
    }

    @Test
    void everyCodeIsProvoked() {
        Set<Code> provoked = EnumSet.copyOf(OF_FILES);
        CHANGES.forEach(change -> provoked.add(change.code()));
        assertThat(provoked).containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void codesHaveNumbersOfTheirOwn() {
        assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    }
}
