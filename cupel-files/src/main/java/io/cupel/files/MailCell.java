package io.cupel.files;

import io.cupel.core.evidence.MailDomains;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cell of e-mail addresses: one as a rule, but exports also put several between semicolons, commas or blanks. */
final class MailCell {
    private static final Pattern BETWEEN = Pattern.compile("[;,|\\s]+|\\s*:::\\s*");

    private MailCell() {}

    /** Whether anything stands in the cell that may separate addresses. */
    static boolean mayHoldSeveral(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter <= ' ' || letter == ';' || letter == ',' || letter == '|' || letter == ':') {
                return true;
            }
        }
        return false;
    }

    /** The addresses of the cell in their order; none where anything in it is no address. */
    static List<String> addresses(String cell) {
        Optional<String> one = MailDomains.normaliseEmail(cell);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        List<Optional<String>> parts = parts(cell);
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** The addresses of the cell, whatever else stands in it. */
    static List<String> someAddresses(String cell) {
        return parts(cell).stream().flatMap(Optional::stream).distinct().toList();
    }

    private static List<Optional<String>> parts(String cell) {
        return Arrays.stream(BETWEEN.split(cell, -1))
                .filter(part -> !part.isBlank() && !part.equals(":::"))
                .map(MailDomains::normaliseEmail)
                .toList();
    }
}
