package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every number and every span of the skeleton, set to each value beside a limit of the reader or of the core: findings
 * or a contract, never an exception. The two must not have different limits.
 */
class EveryNumberTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])\\d+(?![\\w.\"-])");
    private static final Pattern SPAN = Pattern.compile("(?<![\\w.\"-])\\d+[smhdw](?!\\w)");
    private static final List<String> NUMBERS =
            List.of(("-1000001 -1000000 -4001 -4000 -1 0 1 64 65 99 100 101 200 201 "
                            + "366 367 4000 4001 1000000 1000001 2000000 2000001")
                    .split(" "));
    private static final List<String> MORE_NUMBERS =
            List.of("9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.5", "0.0000001", "1e9");
    private static final List<String> SPANS =
            List.of("0d", "1s", "36600d", "36601d", "5228w", "3162240000s", "9999999999w", "99999999999s");

    @Test
    void numbersBesideEveryLimitAreFindingsOrFine() {
        assertThat(checked(NUMBER, NUMBERS)).isGreaterThan(100);
        checked(NUMBER, MORE_NUMBERS);
    }

    @Test
    void spansBesideEveryLimitAreFindingsOrFine() {
        assertThat(checked(SPAN, SPANS)).isGreaterThan(50);
    }

    private static int checked(Pattern places, List<String> values) {
        String skeleton = Samples.skeleton();
        Matcher place = places.matcher(skeleton);
        int cases = 0;
        while (place.find()) {
            for (String value : values) {
                String changed = skeleton.substring(0, place.start()) + value + skeleton.substring(place.end());
                assertThatCode(() -> Samples.check(changed))
                        .as("%s instead of %s at %d", value, place.group(), place.start())
                        .doesNotThrowAnyException();
                cases++;
            }
        }
        return cases;
    }
}
