package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountsPropertyTest {
    private static final List<String> THOUSANDS = List.of("", ",", ".", " ", "'", "\u00A0", "\u202F", "’");
    private static final List<String> DASHES = List.of("-", " - ", "–", " – ", "—", " to ", " bis ", "..", " a ");
    private static final List<String> PEOPLE = List.of("", " employees", " Mitarbeiter", " FTE", " empleados");
    private static final List<String> BEFORE = List.of("USD ", "US$", "$", "$ ");
    private static final List<String> BEHIND = List.of(" USD", "USD", " us-dollars");

    @Test
    void aHeadCountIsReadAsItWasWritten() {
        Seeds.cases(2_000).check((seed, random) -> {
            long number = number(random);
            String text = grouped(number, some(random, THOUSANDS)) + some(random, PEOPLE);
            assertThat(Amounts.headCount(text).found()).as(text).contains(Range.exactly(number));
        });
    }

    @Test
    void aRangeIsReadAsItWasWritten() {
        Seeds.cases(2_000).check((seed, random) -> {
            long one = number(random);
            long other = number(random);
            String sign = some(random, THOUSANDS);
            String text =
                    grouped(Math.min(one, other), sign) + some(random, DASHES) + grouped(Math.max(one, other), sign);
            assertThat(Amounts.headCount(text).found())
                    .as(text)
                    .contains(new Range(Math.min(one, other), Math.max(one, other)));
        });
    }

    @Test
    void thousandsAndMillionsAreReadAsTheyWereWritten() {
        Seeds.cases(2_000).check((seed, random) -> {
            int tenths = 1 + random.nextInt(9_999);
            boolean isMillions = random.nextBoolean();
            String sign = random.nextBoolean() ? "." : ",";
            String unit = some(
                    random, isMillions ? List.of("M", " Mio", "mn", " million", "MM") : List.of("k", "K", " Tsd."));
            String text = tenths / 10 + sign + tenths % 10 + unit;
            boolean isBefore = random.nextBoolean();
            String told = isBefore
                    ? some(random, BEFORE) + text
                    : text + " " + some(random, BEHIND).replace("us-dollars", "dollars");
            assertThat(Amounts.money(told).found())
                    .as(told)
                    .contains(new Money(Range.exactly(tenths * (isMillions ? 100_000L : 100L)), "USD"));
        });
    }

    @Test
    void whateverIsWrittenNothingIsThrown() {
        List<String> pieces = List.of(
                "1", "23", "456", ".", ",", "'", " ", "-", "–", "k", "M", "mil", "$", "€", "USD", "to", "e", "+", "<",
                ">", "=", "over", "~", "%", "(", "Nov", "n/a", "ß", "\uD83D", "0", "000", "Mio.", "..", "between",
                "and");
        Seeds.cases(20_000).check((seed, random) -> {
            var text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(some(random, pieces));
            }
            assertThat(Amounts.headCount(text.toString())).isNotNull();
            assertThat(Amounts.money(text.toString())).isNotNull();
        });
    }

    private static long number(Random random) {
        long bound = (long) Math.pow(10, 1 + random.nextInt(9));
        return random.nextLong(bound);
    }

    private static String grouped(long number, String sign) {
        return Long.toString(number).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", sign);
    }

    private static String some(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
