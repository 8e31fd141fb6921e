package io.cupel.files;

import io.cupel.core.evidence.MailDomains;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell of e-mail addresses: one as a rule, but exports also put several between semicolons, commas or blanks, and
 * people write an address as their mail program does, {@code Jane Doe <jane@x.example>}, or a word for none beside it.
 */
final class MailCell {
    private static final Pattern BETWEEN = Pattern.compile("[;,|\\s]+|\\s*:::\\s*");

    /** What stands around addresses, and names that have one behind them. */
    private static final Pattern AROUND = Pattern.compile("[<>\"']");

    private static final Pattern LINKED = Pattern.compile("(?i)mailto:");

    private MailCell() {}

    /** Whether anything stands in the cell that may separate addresses, or stand around one. */
    static boolean mayHoldMore(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter <= ' ' || letter == ';' || letter == ',' || letter == '|' || letter == ':' || letter == '<') {
                return true;
            }
        }
        return false;
    }

    /** The addresses of the cell in their order; none where anything in it is no address and no word for none. */
    static List<String> addresses(String cell) {
        if (!mayHoldMore(cell)) {
            return MailDomains.normaliseEmail(cell).stream().toList();
        }
        List<Optional<String>> parts =
                parts(bare(cell)).map(MailDomains::normaliseEmail).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** The addresses of the cell, whatever else stands in it. */
    static List<String> someAddresses(String cell) {
        return parts(bare(cell))
                .flatMap(part -> MailDomains.normaliseEmail(part).stream())
                .distinct()
                .toList();
    }

    /** Whether more than addresses stands in a cell that has some. */
    static boolean holdsMore(String cell) {
        String bare = bare(cell);
        return !addresses(cell).isEmpty()
                && (!bare.equals(cell) || parts(bare).count() < all(bare).count());
    }

    /** Without the names of people and what makes a link of an address. */
    private static String bare(String cell) {
        String bare = cell.indexOf(':') >= 0 ? LINKED.matcher(cell).replaceAll("") : cell;
        return bare.indexOf('<') < 0
                ? bare
                : all(AROUND.matcher(bare).replaceAll(" "))
                        .filter(part -> part.indexOf('@') >= 0)
                        .collect(Collectors.joining(" "));
    }

    private static Stream<String> parts(String cell) {
        return all(cell).filter(part -> !CallKeys.isPlaceholder(part));
    }

    private static Stream<String> all(String cell) {
        if (MailDomains.normaliseEmail(cell).isPresent()) {
            return Stream.of(cell);
        }
        return Arrays.stream(BETWEEN.split(cell, -1)).filter(part -> !part.isBlank() && !part.equals(":::"));
    }
}
