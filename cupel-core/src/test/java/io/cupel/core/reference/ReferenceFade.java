package io.cupel.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The fade as docs/scoring.md writes it, line by line, in numbers without end. */
public final class ReferenceFade {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger STEPS = BigInteger.valueOf(4096);
    private static final BigInteger[] TABLE = table();

    private ReferenceFade() {}

    public static long fade(long value, long ageSeconds, long halfLifeSeconds) {
        if (value < 0) {
            return -fade(-value, ageSeconds, halfLifeSeconds);
        }
        BigInteger u = BigInteger.valueOf(ageSeconds).multiply(TWO.pow(24)).divide(BigInteger.valueOf(halfLifeSeconds));
        BigInteger n = u.divide(TWO.pow(24));
        if (n.compareTo(BigInteger.valueOf(62)) >= 0) {
            return 0;
        }
        int k = u.divide(TWO.pow(12)).mod(STEPS).intValueExact();
        BigInteger j = u.mod(STEPS);
        BigInteger w =
                TABLE[k].subtract(TABLE[k].subtract(TABLE[k + 1]).multiply(j).divide(TWO.pow(12)));
        BigInteger shortened = BigInteger.valueOf(value).multiply(w).divide(TWO.pow(31));
        return shortened.divide(TWO.pow(n.intValueExact())).longValueExact();
    }

    /** T[k] = round(2^31 * 2^(-k/4096)). */
    static BigInteger weight(int k) {
        return TABLE[k];
    }

    private static BigInteger[] table() {
        BigDecimal root = new BigDecimal("0.5");
        for (int halvings = 0; halvings < 12; halvings++) {
            root = root.sqrt(DIGITS);
        }
        BigInteger[] table = new BigInteger[4097];
        BigDecimal weight = new BigDecimal(TWO.pow(31));
        for (int k = 0; k <= 4096; k++) {
            table[k] = weight.setScale(0, RoundingMode.HALF_UP).toBigIntegerExact();
            weight = weight.multiply(root, DIGITS);
        }
        return table;
    }
}
