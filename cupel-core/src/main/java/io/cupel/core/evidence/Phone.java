package io.cupel.core.evidence;

import java.util.Optional;

/** Phone numbers, as keys. */
public final class Phone {
    private static final int DIGITS_MIN = 5;
    /** Of an international number (E.164), and a little room for a trunk prefix. */
    private static final int DIGITS_MAX = 18;

    private Phone() {}

    /**
     * The digits, behind a plus where the number is international ({@code +} or {@code 00}); empty where the text is no
     * phone number. A national number stays national, for no file says of which country it is.
     */
    public static Optional<String> normalised(String text) {
        StringBuilder digits = new StringBuilder();
        String phone = text.strip();
        for (int i = 0; i < phone.length(); i++) {
            char letter = phone.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits.append(letter);
            } else if (letter == 'x' || letter == 'X') {
                break; // an extension reaches another desk of the same number
            } else if (" \t\u00a0()-./+".indexOf(letter) < 0 || (letter == '+' && !digits.isEmpty())) {
                return Optional.empty();
            }
        }
        boolean international = phone.startsWith("+");
        if (digits.indexOf("00") == 0) {
            digits.delete(0, 2);
            international = true;
        }
        if (digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        return Optional.of(international ? "+" + digits : digits.toString());
    }
}
