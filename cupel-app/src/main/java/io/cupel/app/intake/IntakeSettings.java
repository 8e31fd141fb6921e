package io.cupel.app.intake;

import io.cupel.app.ground.Setting;
import java.util.Arrays;
import java.util.List;

/** The settings of the doors; each has a heading in {@code docs/settings.md}. */
public final class IntakeSettings {
    /** To where pages may go on when a form was posted; only scheme, host and port are compared. */
    static final Setting<List<String>> RETURN_ADDRESSES = new Setting<>(
            "return-addresses",
            "",
            "addresses as https://www.acme.example, with commas between them",
            IntakeSettings::origins);

    /** Whether a proxy before the server says for whom it asks. */
    public static final Setting<String> TRUST_FORWARDED_FOR = Setting.word("trust-forwarded-for", "no", "yes");

    private IntakeSettings() {}

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(RETURN_ADDRESSES, TRUST_FORWARDED_FOR);
    }

    private static List<String> origins(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(IntakeSettings::origin)
                .toList();
    }

    private static String origin(String address) {
        String origin = LeadForm.origin(address);
        if (origin.isEmpty()) {
            throw new IllegalArgumentException("no address of a page");
        }
        return origin;
    }
}
