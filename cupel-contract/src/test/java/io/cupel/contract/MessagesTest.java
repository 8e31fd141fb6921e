package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of slips that people really make. */
class MessagesTest {
    private static String only(String contract) {
        CheckResult result = Samples.check(contract);
        assertThat(result.faults()).hasSize(1);
        return result.faults().get(0).message();
    }

    private static String changed(String from, String to) {
        assertThat(Samples.skeleton()).contains(from);
        return Samples.skeleton().replace(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "company.employees = 5 ; write == to compare",
                "company.employees => 5 ; write >= for 'at least'",
                "company.employees =< 5 ; write <= for 'at most'",
                "company.employees <> 5 ; write != for 'is not'",
                "lead.opted_in and lead.bounced ; write && for 'and'",
                "lead.opted_in AND lead.bounced ; write && for 'and'",
                "lead.opted_in & lead.bounced ; write && for 'and'",
                "lead.opted_in or lead.bounced ; write || for 'or'",
                "lead.opted_in | lead.bounced ; write || for 'or'",
                "not lead.bounced ; write ! for 'not'",
                "lead.title == “VP and CEO” ; `write straight quotes, such as \"CEO\"`",
                "lead.title == ‘CEO’ ; `write straight quotes, such as \"CEO\"`",
            })
    void aSlipInAConditionHasItsRemedy(String condition, String remedy) {
        assertThat(only(Samples.withCriterion(condition))).isEqualTo("not a condition: " + remedy);
    }

    @Test
    void severalSlipsAreToldAtTheirPlaces() {
        assertThat(Samples.check(Samples.withCriterion("company.employees = 5\n  and lead.bounced"))
                        .faults())
                .extracting(fault -> fault.line() + ":" + fault.column())
                .containsExactly("18:27", "19:15");
    }

    @Test
    void notAsAFunctionHasItsRemedy() {
        assertThat(only(Samples.withCriterion("not(lead.bounced)")))
                .isEqualTo("'not' is not known here; write ! for 'not'");
    }

    @Test
    void wordsInTextsAndNamesAreNoSlips() {
        assertThat(only(Samples.withCriterion("lead.title == \"a = b and 'c'\" && lead.not >")))
                .doesNotContain("write");
        assertThat(only(Samples.withCriterion("lead.title == \"this and that"))).doesNotContain("write");
    }

    @ParameterizedTest
    @CsvSource({"0x3c", "0o17", ".nan", ".inf"})
    void numbersAreWrittenInDigits(String number) {
        assertThat(only(changed("pass: 80", "pass: " + number)))
                .isEqualTo("'pass' is a number written in digits, such as 60, not '" + number + "'");
    }

    @Test
    void countsHaveARangeThatIsTrue() {
        assertThat(only(changed("at-least: 2", "at-least: 0")))
                .isEqualTo("at-least (0) is not from 1 to 100; leave it out to count all");
        assertThat(only(changed("at-most: 5", "at-most: 101"))).contains("use 100 or less");
    }

    @Test
    void whatCannotBeMeantIsAFault() {
        assertThat(only(changed("points: 30\n      required: true", "points: -3\n      required: true")
                        .replace("pass: 80", "pass: 60")
                        .replace("A: 90, B: 75, ", "")))
                .startsWith("a required criterion of negative points (-3)");
        assertThat(only(changed("A: 90, B: 75", "A: 90, B: 90"))).startsWith("B (90) needs fewer points");
        assertThat(only(changed("on: page\n    when", "on: page \"\"\n    when")))
                .startsWith("a name is 1 to 120");
    }

    @Test
    void moneyIsInDollarsUnlessSaidOtherwise() {
        var money = Samples.contract(changed("{currency: USD, rates", "{rates")).currency();
        assertThat(money).isEqualTo(Samples.contract(Samples.skeleton()).currency());
        assertThat(only(changed("{currency: USD, rates: {EUR", "{rates: {USD"))).contains("own currency");
    }
}
