package io.cupel.core.evidence;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail address tells: whose it is not, and which company it is of. */
public final class MailDomains {
    /** RFC 5321, section 4.5.3.1. */
    private static final int LOCAL_MAX = 64;

    /** RFC 1035, section 2.3.4, as text. */
    private static final int DOMAIN_MAX = 253;

    private static final int LABEL_MAX = 63;
    private static final int ASCII_END = 0x80;
    private static final int DELETE = 0x7F;
    private static final String FORBIDDEN_IN_LOCAL = "@,;:<>()[]\\\"";

    private static final String LOCAL_BESIDE = "._+-";
    private static final long PLAIN_LOCAL_LOW = half(0, LOCAL_BESIDE);
    private static final long PLAIN_LOCAL_HIGH = half(Long.SIZE, LOCAL_BESIDE);
    private static final long LABEL_LOW = half(0, "-");
    private static final long LABEL_HIGH = half(Long.SIZE, "-");

    private static final Set<String> FREE = words("mail-free.txt");
    private static final Set<String> DISPOSABLE = words("mail-disposable.txt");
    private static final Set<String> PROVIDERS =
            Stream.of(FREE, DISPOSABLE).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ROLES = words("mail-roles.txt");

    private MailDomains() {}

    /** Whether a domain belongs to a provider of mail addresses for persons. A company is not told by it. */
    public static boolean freeMail(String domain) {
        return isListed(normaliseDomain(domain).orElse(""), FREE);
    }

    /** Whether a domain belongs to a provider of addresses that are thrown away after one use. */
    public static boolean disposable(String domain) {
        return isListed(normaliseDomain(domain).orElse(""), DISPOSABLE);
    }

    /**
     * The domain of a company, by a mail address of somebody in it: what stands behind the sign, without a leading
     * "www.". Empty for free-mail and disposable providers and for what is no address. Sub-domains stay: which of them
     * are companies of their own is not to be known without a list that changes by the week.
     */
    public static Optional<String> companyDomain(String email) {
        return normaliseEmail(email)
                .map(address -> address.substring(address.lastIndexOf('@') + 1))
                .map(MailDomains::withoutWww)
                .filter(domain -> !isListed(domain, PROVIDERS));
    }

    /**
     * The form in which two spellings of a mail address are one: trimmed, lower-case, the domain in ASCII. Tags
     * ("+news") and dots stay, because only some providers ignore them. An apostrophe in front is no part of it: with
     * one, spreadsheets keep a cell a text. Empty for what is no address.
     */
    public static Optional<String> normaliseEmail(String email) {
        if (isNormal(email)) {
            return Optional.of(email);
        }
        String trimmed = Apostrophes.without(email.strip());
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at > LOCAL_MAX) {
            return Optional.empty();
        }
        String local = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
        return isLocal(local)
                ? normaliseDomain(trimmed.substring(at + 1)).map(domain -> local + "@" + domain)
                : Optional.empty();
    }

    /** Whether it is its own normal form for certain: most addresses are, and are asked for again and again. */
    private static boolean isNormal(String email) {
        int at = 0;
        while (at < email.length() && isIn(email.charAt(at), PLAIN_LOCAL_HIGH, PLAIN_LOCAL_LOW)) {
            at++;
        }
        return at > 0
                && at <= LOCAL_MAX
                && at < email.length()
                && email.charAt(at) == '@'
                && email.length() - at - 1 <= DOMAIN_MAX
                && isDomain(email, at + 1);
    }

    /** Whether a letter of ASCII is in a set of 128 bits. */
    private static boolean isIn(char letter, long high, long low) {
        return letter < ASCII_END && (((letter < Long.SIZE ? low : high) >>> letter) & 1) != 0;
    }

    /** The half of a set for {@link #isIn} that holds letters from one on, of small letters, digits and others. */
    private static long half(int from, String others) {
        long half = 0;
        for (char letter = (char) from; letter < from + Long.SIZE; letter++) {
            boolean isIn = isSmallLetter(letter) || (letter >= '0' && letter <= '9') || others.indexOf(letter) >= 0;
            half |= isIn ? 1L << letter : 0;
        }
        return half;
    }

    /** Whether an address belongs to a task and not to a person: info@, sales-team@, info.de@. It identifies nobody. */
    public static boolean roleAddress(String email) {
        String address = normaliseEmail(email).orElse("");
        if (address.isEmpty()) {
            return false;
        }
        String local = address.substring(0, address.lastIndexOf('@'));
        if (isAscii(local) && !mayBeRole(local)) {
            return false;
        }
        int tag = local.indexOf('+');
        List<String> words = Words.of(tag < 0 ? local : local.substring(0, tag));
        return !words.isEmpty()
                && ROLES.contains(withoutNumber(words.get(0)))
                && words.stream()
                        .map(MailDomains::withoutNumber)
                        .allMatch(word -> word.isEmpty() || ROLES.contains(word) || Places.isCode(word));
    }

    /** Whether the first word is a role, or is not to be told so simply: most addresses are told apart by this. */
    private static boolean mayBeRole(String local) {
        int end = 0;
        while (end < local.length() && isLetterOrDigit(local.charAt(end))) {
            end++;
        }
        return end < 2 || ROLES.contains(withoutNumber(local.substring(0, end)));
    }

    /** The domain in ASCII and lower-case, without a dot at its end. Empty for what is no domain of the Internet. */
    static Optional<String> normaliseDomain(String domain) {
        String trimmed = domain.strip();
        if (trimmed.isEmpty() || trimmed.length() > DOMAIN_MAX + 1) {
            return Optional.empty();
        }
        try {
            // What is ASCII already is itself in ASCII, and most is: asking the library takes a hundred times as long.
            String ascii = isAscii(trimmed) ? trimmed : IDN.toASCII(trimmed, IDN.ALLOW_UNASSIGNED);
            String small = ascii.toLowerCase(Locale.ROOT);
            String bare = small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
            return isDomain(bare, 0) ? Optional.of(bare) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLocal(String local) {
        for (int i = 0; i < local.length(); i++) {
            char letter = local.charAt(i);
            if (letter >= ASCII_END) {
                return isForeignLocal(local);
            }
            if (letter <= ' ' || letter == DELETE || FORBIDDEN_IN_LOCAL.indexOf(letter) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForeignLocal(String local) {
        return local.codePoints()
                .noneMatch(letter -> FORBIDDEN_IN_LOCAL.indexOf(letter) >= 0
                        || Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.isISOControl(letter));
    }

    private static boolean isDomain(String ascii, int from) {
        int end = ascii.length();
        int label = from;
        int letter = from;
        while (letter < end) {
            char each = ascii.charAt(letter);
            if (each == '.') {
                if (!isLabel(ascii, label, letter)) {
                    return false;
                }
                label = letter + 1;
            } else if (!isIn(each, LABEL_HIGH, LABEL_LOW)) {
                return false;
            }
            letter++;
        }
        return end - from <= DOMAIN_MAX
                && label > from
                && isLabel(ascii, label, end)
                && isSmallLetter(ascii.charAt(label));
    }

    /** Of letters, digits and hyphens it is known already. */
    private static boolean isLabel(String ascii, int from, int until) {
        return until > from && until - from <= LABEL_MAX && ascii.charAt(from) != '-' && ascii.charAt(until - 1) != '-';
    }

    private static boolean isSmallLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isLetterOrDigit(char letter) {
        return isSmallLetter(letter) || (letter >= '0' && letter <= '9');
    }

    /** Whether the domain or one above it is in the list: providers hand out names below their own, too. */
    private static boolean isListed(String normal, Set<String> list) {
        String each = normal;
        while (!each.isEmpty() && !list.contains(each)) {
            int dot = each.indexOf('.');
            each = dot < 0 ? "" : each.substring(dot + 1);
        }
        return !each.isEmpty();
    }

    /** But "www.de" is a domain of its own. */
    private static String withoutWww(String domain) {
        boolean isBelow = domain.startsWith("www.") && domain.indexOf('.', "www.".length()) > 0;
        return isBelow ? domain.substring("www.".length()) : domain;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }

    private static Set<String> words(String resource) {
        return TextResource.lines(resource).stream()
                .flatMap(line -> Arrays.stream(line.split(" +", -1)))
                .map(Words::fold)
                .collect(Collectors.toUnmodifiableSet());
    }
}
