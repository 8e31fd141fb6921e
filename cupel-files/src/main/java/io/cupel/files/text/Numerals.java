package io.cupel.files.text;

import java.util.Locale;

/** Numbers as they stand in sentences. */
public final class Numerals {
    private Numerals() {}

    /** {@code 5,289}. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 5,289 rows}. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** {@code 1 company}, {@code 5,289 companies}. */
    public static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}
