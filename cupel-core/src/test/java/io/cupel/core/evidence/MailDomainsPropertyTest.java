package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick reading of addresses against its plain definition. */
class MailDomainsPropertyTest {
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "1",
            "-",
            ".",
            "..",
            "@",
            "_",
            "+",
            " ",
            "\u00fc",
            "\u3002",
            "com",
            "info",
            "INFO",
            "sales-team",
            "i",
            "xn--",
            "\u0001",
            "\u007f",
            "(",
            "\u00a0",
            "acme.example",
            "de",
            "'",
            "x".repeat(64),
            "support2",
            "\u0130");

    @Test
    void addressesAreReadAsDefined() {
        Seeds.cases(20_000).check((seed, random) -> {
            String text = text(random, 1 + random.nextInt(4)) + "@" + text(random, 1 + random.nextInt(4));
            assertThat(MailDomains.normaliseEmail(text)).isEqualTo(plainEmail(text));
            assertThat(MailDomains.normaliseDomain(text.substring(text.indexOf('@') + 1)))
                    .isEqualTo(plainDomain(text.substring(text.indexOf('@') + 1)));
        });
    }

    @Test
    void rolesAreToldByTheirWords() {
        Seeds.cases(20_000).check((seed, random) -> {
            String address = text(random, 1 + random.nextInt(3)) + "@acme.example";
            boolean role = plainEmail(address)
                    .map(mail -> mail.substring(0, mail.lastIndexOf('@')).replaceFirst("[+].*", ""))
                    .map(Words::of)
                    .filter(words -> !words.isEmpty() && isRole(words.get(0)))
                    .filter(words -> words.stream()
                            .allMatch(word -> word.replaceFirst("\\d+$", "").isEmpty()
                                    || isRole(word)
                                    || Places.isCode(word.replaceFirst("\\d+$", ""))))
                    .isPresent();
            assertThat(MailDomains.roleAddress(address)).as(address).isEqualTo(role);
        });
    }

    private static boolean isRole(String word) {
        return List.of("info", "sales", "team", "support").contains(word.replaceFirst("\\d+$", ""));
    }

    private static Optional<String> plainEmail(String email) {
        String trimmed = email.strip();
        trimmed = trimmed.startsWith("'") ? trimmed.replaceAll("^'+|'+$", "").strip() : trimmed;
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at > 64) {
            return Optional.empty();
        }
        String local = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
        boolean isLocal = local.codePoints()
                .noneMatch(letter -> "@,;:<>()[]\\\"".indexOf(letter) >= 0
                        || Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.isISOControl(letter));
        return isLocal ? plainDomain(trimmed.substring(at + 1)).map(domain -> local + "@" + domain) : Optional.empty();
    }

    private static Optional<String> plainDomain(String domain) {
        String trimmed = domain.strip();
        if (trimmed.isEmpty() || trimmed.length() > 254) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(trimmed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            String[] labels = bare.split("[.]", -1);
            boolean isDomain = bare.length() <= 253
                    && labels.length > 1
                    && Arrays.stream(labels).allMatch(label -> label.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
                    && Character.isLetter(labels[labels.length - 1].charAt(0));
            return isDomain ? Optional.of(bare) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
