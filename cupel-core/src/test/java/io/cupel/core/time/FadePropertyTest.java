package io.cupel.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.reference.ReferenceFade;
import io.cupel.testkit.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FadePropertyTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal LN_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680");

    @Test
    void theFadeIsTheFormulaToTheBit() {
        Seeds.cases(20_000).check((seed, random) -> {
            Span halfLife = span(random);
            long micros = micros(random);
            long age = age(random, halfLife);
            assertThat(new Fade(halfLife).of(micros, age))
                    .as("%s of age %s with half-life %s", micros, age, halfLife)
                    .isEqualTo(ReferenceFade.fade(micros, age, halfLife.seconds()));
        });
    }

    @Test
    void whatIsOlderIsNeverWorthMore() {
        Seeds.cases(5_000).check((seed, random) -> {
            Span halfLife = span(random);
            Fade fade = new Fade(halfLife);
            long micros = Math.abs(micros(random));
            long age = age(random, halfLife);
            assertThat(fade.of(micros, age + 1)).isBetween(0L, fade.of(micros, age));
            assertThat(fade.of(micros, age)).isLessThanOrEqualTo(fade.of(micros + 1, age));
        });
    }

    @Test
    void wholeHalfLivesHalveExactly() {
        Seeds.cases(2_000).check((seed, random) -> {
            Span halfLife = new Span(1 + random.nextInt(1_000_000));
            long micros = Math.abs(micros(random));
            int turns = random.nextInt(40);
            assertThat(new Fade(halfLife).of(micros, turns * halfLife.seconds()))
                    .isEqualTo(micros >> turns);
        });
    }

    @Test
    void aDebtFadesLikeACredit() {
        Seeds.cases(2_000).check((seed, random) -> {
            Fade fade = new Fade(span(random));
            long micros = micros(random);
            long age = random.nextInt(1_000_000_000);
            assertThat(fade.of(-micros, age)).isEqualTo(-fade.of(micros, age));
        });
    }

    @Test
    void theCurveIsMetWithinATenthOfAMillionth() {
        Seeds.cases(2_000).check((seed, random) -> {
            Span halfLife = span(random);
            long micros = Math.abs(micros(random));
            long age = (long) (random.nextDouble() * 5 * halfLife.seconds());
            BigDecimal exact = new BigDecimal(micros).multiply(halfToThe(age, halfLife.seconds()), DIGITS);
            BigDecimal difference = exact.subtract(new BigDecimal(new Fade(halfLife).of(micros, age)));
            // Beside the relative error, the result is cut to whole micro-points, once for the fraction and once for
            // the halvings.
            BigDecimal allowed = exact.multiply(new BigDecimal("1e-7")).add(new BigDecimal(2));
            assertThat(difference.abs()).isLessThanOrEqualTo(allowed);
        });
    }

    /** 2^(-age/h) by whole halvings and the exponential series for the rest. */
    private static BigDecimal halfToThe(long age, long halfLife) {
        BigDecimal rest = new BigDecimal(age % halfLife).divide(new BigDecimal(halfLife), DIGITS);
        BigDecimal x = rest.multiply(LN_2, DIGITS).negate();
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i <= 30; i++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term);
        }
        return sum.divide(new BigDecimal(2).pow((int) (age / halfLife)), DIGITS);
    }

    private static Span span(Random random) {
        long most = random.nextBoolean() ? 1_000 : Span.SECONDS_MAX;
        return new Span(1 + (long) (random.nextDouble() * (most - 1)));
    }

    private static long micros(Random random) {
        long size = 1L << random.nextInt(33);
        long micros = (long) (random.nextDouble() * (size - 1));
        return random.nextBoolean() ? micros : -micros;
    }

    private static long age(Random random, Span halfLife) {
        long whole = halfLife.seconds() * random.nextInt(70);
        long near = whole + random.nextInt(3) - 1;
        return Math.max(
                0,
                random.nextBoolean() ? near : (long) (random.nextDouble() * Math.scalb(1.0, 31 + random.nextInt(4))));
    }
}
