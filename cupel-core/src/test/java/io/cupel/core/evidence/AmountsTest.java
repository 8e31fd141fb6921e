package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            240                        ; 240     ; 240
            0                          ; 0       ; 0
            1.200                      ; 1200    ; 1200
            1,200                      ; 1200    ; 1200
            1 200                      ; 1200    ; 1200
            "1'200"                    ; 1200    ; 1200
            1’200                      ; 1200    ; 1200
            1.234.567                  ; 1234567 ; 1234567
            1,23,456                   ; 123456  ; 123456
            1200.0                     ; 1200    ; 1200
            1200.00                    ; 1200    ; 1200
            1234.500                   ; 1234    ; 1234
            0.500                      ; 0       ; 0
            1.2e3                      ; 1200    ; 1200
            1.200e3                    ; 1200    ; 1200
            1E+04                      ; 10000   ; 10000
            '1234,5'                   ; 1234    ; 1234
            12.5                       ; 12      ; 12
            '1,2-2k'                   ; 1200    ; 2000
            51-200                     ; 51      ; 200
            51 – 200                   ; 51      ; 200
            51—200                     ; 51      ; 200
            51 − 200                   ; 51      ; 200
            51..200                    ; 51      ; 200
            51 to 200                  ; 51      ; 200
            51 bis 200                 ; 51      ; 200
            de 51 à 200                ; 51      ; 200
            de 51 até 200              ; 51      ; 200
            between 51 and 200         ; 51      ; 200
            entre 51 y 200             ; 51      ; 200
            1k-5k                      ; 1000    ; 5000
            1-5k                       ; 1000    ; 5000
            500-1k                     ; 500     ; 1000
            1.5k                       ; 1500    ; 1500
            1,5 Tsd.                   ; 1500    ; 1500
            1001–5000 employees        ; 1001    ; 5000
            '1,001-5,000 Employees'    ; 1001    ; 5000
            11-50 Mitarbeiter          ; 11      ; 50
            200 empleados              ; 200     ; 200
            ~500                       ; 500     ; 500
            ≈ 500                      ; 500     ; 500
            approx. 500                ; 500     ; 500
            500+                       ; 500     ; open
            '10,001+'                  ; 10001   ; open
            500 or more                ; 500     ; open
            ab 500                     ; 500     ; open
            >= 500                     ; 500     ; open
            ≥500                       ; 500     ; open
            over 1000                  ; 1001    ; open
            >1000                      ; 1001    ; open
            über 1.000 Mitarbeiter     ; 1001    ; open
            más de 500                 ; 501     ; open
            plus de 500 salariés       ; 501     ; open
            < 50                       ; 0       ; 49
            fewer than 50              ; 0       ; 49
            up to 10                   ; 0       ; 10
            bis zu 10                  ; 0       ; 10
            <=10                       ; 0       ; 10
            self-employed              ; 1       ; 1
            ５１－２００                  ; 51      ; 200
            """)
    void headCounts(String text, String low, String high) {
        long top = high.equals("open") ? Range.OPEN : Long.parseLong(high);
        assertThat(Amounts.headCount(text.replace("\"", "")))
                .isEqualTo(new Reading.Value<>(new Range(Long.parseLong(low), top)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "unknown",
                "Unknown",
                "n/a",
                "N.A.",
                "NA",
                "-",
                "--",
                "—",
                "?",
                "none",
                "k.A.",
                "keine Angabe",
                "null",
                "~"
            })
    void nothingSaidIsAbsent(String text) {
        assertThat(Amounts.headCount(text)).isEqualTo(new Reading.Absent<>());
        assertThat(Amounts.money(text)).isEqualTo(new Reading.Absent<>());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            200-51             ; is a range that goes down
            -5                 ; is below zero
            under 0            ; is below zero
            Nov-50             ; is a date, perhaps made by a spreadsheet from a range such as 11-50
            10-Jan             ; is a date, perhaps made by a spreadsheet from a range such as 11-50
            5 mil              ; says "mil", a thousand in Spanish and Portuguese, a million in English
            1.200k             ; has a sign in the number that may be a decimal point or stand between thousands
            1.200-2.5k         ; has a sign in the number that may be a decimal point or stand between thousands
            500¹               ; has a number that is written in an unusual way
            10²                ; has a number that is written in an unusual way
            1½                 ; has a number that is written in an unusual way
            1,23,45            ; has a number that is written in an unusual way
            1.2.3              ; has a number that is written in an unusual way
            '1,2000,000'       ; has a number that is written in an unusual way
            ٥٠                 ; has a word or sign beside the number that is not known
            many               ; has a word or sign beside the number that is not known
            '1,2'              ; 'is no whole number of people, but perhaps a range, which is written as 1-2 or 11-50'
            11.50              ; 'is no whole number of people, but perhaps a range, which is written as 1-2 or 11-50'
            '1,2 employees'    ; 'is no whole number of people, but perhaps a range, which is written as 1-2 or 11-50'
            500 offices        ; has a word or sign beside the number that is not known
            k                  ; has a word or sign beside the number that is not known
            5k5                ; is not a number or a range
            51-200-300         ; is not a number or a range
            51 200 to          ; is not a number or a range
            2024-01-10         ; is not a number or a range
            1 2                ; is not a number or a range
            over               ; is not a number or a range
            $500               ; is money, where people are counted
            1e99               ; has a number that is written in an unusual way
            9999999999999999999999 ; is too large to be meant
            """)
    void whatIsUncertainIsNamed(String text, String reason) {
        assertThat(Amounts.headCount(text)).isEqualTo(new Reading.Unreadable<>(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            $5M-10M                 ; 5000000    ; 10000000   ; USD
            $5M–$10M                ; 5000000    ; 10000000   ; USD
            $5-10M                  ; 5000000    ; 10000000   ; USD
            $5-$10 million          ; 5000000    ; 10000000   ; USD
            $500k-$1M               ; 500000     ; 1000000    ; USD
            500-1M                  ; 500        ; 1000000    ;
            5 Mio €                 ; 5000000    ; 5000000    ; EUR
            5 Mio. EUR              ; 5000000    ; 5000000    ; EUR
            5M€                     ; 5000000    ; 5000000    ; EUR
            '2,5 Mio. € Umsatz'     ; 2500000    ; 2500000    ; EUR
            500 TEUR                ; 500000     ; 500000     ; EUR
            1,2 Mrd. €              ; 1200000000 ; 1200000000 ; EUR
            10M                     ; 10000000   ; 10000000   ;
            10MM                    ; 10000000   ; 10000000   ;
            $10M                    ; 10000000   ; 10000000   ; USD
            $10M CAD                ; 10000000   ; 10000000   ; CAD
            C$10M                   ; 10000000   ; 10000000   ; CAD
            US$10M                  ; 10000000   ; 10000000   ; USD
            EUR 2.5 million         ; 2500000    ; 2500000    ; EUR
            1.5bn                   ; 1500000000 ; 1500000000 ;
            'USD 7,500,000'         ; 7500000    ; 7500000    ; USD
            7500000.00              ; 7500000    ; 7500000    ;
            '$7,500,000.99'         ; 7500000    ; 7500000    ; USD
            7.500.000,99 €          ; 7500000    ; 7500000    ; EUR
            7.5E6                   ; 7500000    ; 7500000    ;
            R$ 3 mi                 ; 3000000    ; 3000000    ; BRL
            R$ 1,5 bi               ; 1500000000 ; 1500000000 ; BRL
            £1.2m                   ; 1200000    ; 1200000    ; GBP
            CHF 2'000'000           ; 2000000    ; 2000000    ; CHF
            ₹5 crore                ; 50000000   ; 50000000   ; INR
            JPY 500,000,000         ; 500000000  ; 500000000  ; JPY
            '¥500,000,000 JPY'      ; 500000000  ; 500000000  ; JPY
            500 mil millones de euros ; 500000000000 ; 500000000000 ; EUR
            12 mln zł               ; 12000000   ; 12000000   ; PLN
            $1.23456789M            ; 1234567    ; 1234567    ; USD
            $10M+                   ; 10000000   ; open       ; USD
            over $1B                ; 1000000001 ; open       ; USD
            < $1M                   ; 0          ; 999999     ; USD
            $5M in revenue          ; 5000000    ; 5000000    ; USD
            $5M ARR                 ; 5000000    ; 5000000    ; USD
            """, quoteCharacter = '"')
    void money(String text, String low, String high, String currency) {
        long top = high.equals("open") ? Range.OPEN : Long.parseLong(high);
        String plain = text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
        assertThat(Amounts.money(plain))
                .isEqualTo(new Reading.Value<>(
                        new Money(new Range(Long.parseLong(low), top), currency == null ? "" : currency)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ¥500M              ; has a sign that several currencies share: write the code of three letters
            500 kr             ; has a sign that several currencies share: write the code of three letters
            $5M-€10M           ; tells two currencies
            $5M EUR            ; tells two currencies
            EUR 5M USD         ; tells two currencies
            $5M MRR            ; has a word or sign beside the number that is not known
            $5M per month      ; has a word or sign beside the number that is not known
            5 employees        ; counts people, where money is counted
            1.200M             ; has a sign in the number that may be a decimal point or stand between thousands
            """)
    void uncertainMoneyIsNamed(String text, String reason) {
        assertThat(Amounts.money(text)).isEqualTo(new Reading.Unreadable<>(reason));
    }

    @Test
    void everyCurrencyIsOneThatJavaKnows() {
        var known = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toCollection(TreeSet::new));
        var ours = Lexicon.read("currencies.txt").labels().stream()
                .map(label -> label.substring("currency ".length()))
                .filter(code -> code.length() == 3)
                .toList();
        assertThat(known).containsAll(ours);
        assertThat(ours).hasSizeGreaterThan(140);
    }

    @Test
    void aRangeGoesUpFromZeroOrMore() {
        assertThatThrownBy(() -> new Range(5, 4)).hasMessage("a range goes up from zero or more, was 5 to 4");
        assertThatThrownBy(() -> new Range(-1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Range.exactly(5).isExact()).isTrue();
        assertThat(Range.atLeast(5).isOpen()).isTrue();
    }

    @Test
    void aCurrencyIsACode() {
        assertThatThrownBy(() -> new Money(Range.exactly(1), "$")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReasonDoesNotRepeatTheText() {
        String reason = ((Reading.Unreadable<Range>) Amounts.headCount("jane@acme.test")).reason();
        assertThat(reason).doesNotContain("jane");
    }

    @Test
    void atTheLimitOfLengthAnAmountIsReadAndBeyondItNot() {
        assertThat(Amounts.headCount(" ".repeat(Amounts.TEXT_MAX - 1) + "5").found())
                .contains(Range.exactly(5));
        assertThat(Amounts.headCount(" ".repeat(Amounts.TEXT_MAX) + "5")).isInstanceOf(Reading.Unreadable.class);
        assertThat(Amounts.headCount("1".repeat(1_000_000))).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1234.56        ; 1234.56 ; ''
            $12k           ; 12000   ; USD
            1.234,5 EUR    ; 1234.5  ; EUR
            1200 usd       ; 1200    ; USD
            0              ; 0       ; ''
            """)
    void aSumIsExact(String text, BigDecimal amount, String currency) {
        Sum sum = Amounts.sum(text).found().orElseThrow();
        assertThat(sum.amount()).isEqualByComparingTo(amount);
        assertThat(sum.currency()).isEqualTo(currency);
        assertThat(sum).isEqualTo(new Sum(amount.setScale(4), currency)).hasSameHashCodeAs(new Sum(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-5k", "12+", "over 5", "20 people"})
    void whatIsNotOneSumIsNotRead(String text) {
        assertThat(Amounts.sum(text)).isInstanceOf(Reading.Unreadable.class);
    }
}
