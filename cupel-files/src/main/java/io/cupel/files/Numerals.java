package io.cupel.files;

import java.util.Locale;

/** Numbers as they stand in sentences. */
final class Numerals {
    private Numerals() {}

    /** {@code 5,289}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 5,289 rows}. */
    static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** {@code 1 company}, {@code 5,289 companies}. */
    static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}
