package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Truth;
import io.cupel.core.evidence.Range;
import io.cupel.testkit.Seeds;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangePropertyTest {
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};

    /** A range answers as all of its numbers do, asked one by one. */
    @Test
    void aRangeAnswersAsAllOfItsNumbers() {
        Seeds.cases(60).check((seed, random) -> {
            Condition condition = Samples.criterion(condition(random));
            for (int i = 0; i < 20; i++) {
                long low = random.nextInt(20);
                long high = low + random.nextInt(12);
                long seats = random.nextInt(20);
                Answer answer = condition.ask(facts(new Range(low, high), seats)::get);
                long yes = LongStream.rangeClosed(low, high)
                        .filter(n -> condition.ask(facts(n, seats)::get).isTrue())
                        .count();
                long all = high - low + 1;
                Truth expected = yes == all ? Truth.TRUE : yes == 0 ? Truth.FALSE : Truth.UNKNOWN;
                assertThat(answer.truth())
                        .as(condition.text() + " " + low + "-" + high)
                        .isEqualTo(expected);
            }
        });
    }

    private static Map<String, Object> facts(Object employees, long seats) {
        return Map.of("company.employees", employees, "company.seats", seats);
    }

    private static String condition(Random random) {
        String left = "company.employees " + comparison(random);
        String right = (random.nextBoolean() ? "company.employees " : "company.seats ") + comparison(random);
        return (random.nextBoolean() ? "!(" : "(") + left + (random.nextBoolean() ? " && " : " || ") + right + ")";
    }

    private static String comparison(Random random) {
        int comparison = random.nextInt(COMPARISONS.length);
        // A whole number equals no decimal, and is not compared with one for equality.
        boolean isDecimal = comparison < 4 && random.nextInt(3) == 0;
        return COMPARISONS[comparison] + " " + random.nextInt(25) + (isDecimal ? ".5" : "");
    }
}
