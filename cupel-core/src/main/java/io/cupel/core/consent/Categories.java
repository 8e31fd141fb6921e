package io.cupel.core.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the categories of consent managers mean. One fixed table, which docs/consent.md shows: the names that Segment's
 * and OneTrust's documents, Cookiebot, Usercentrics, Didomi and Google's consent mode use, compared by their letters
 * and digits alone. What is necessary, functional or a preference is none of our purposes.
 */
public final class Categories {
    private static final Map<Purpose, String> NAMES = Map.of(
            Purpose.PROFILING,
            "profiling analytics analytic analyticsstorage statistics statistical performance measurement"
                    + " measureperformance personalization personalisation personalizationstorage behavioral"
                    + " behavioural c0002",
            Purpose.EMAIL,
            "email emails emailmarketing marketingemail marketingemails newsletter newsletters",
            Purpose.PHONE,
            "phone phonecalls telephone telemarketing sms textmessages",
            Purpose.SHARING,
            "sharing datasharing thirdparty thirdparties thirdpartysharing saleofdata sellingofpersonaldata"
                    + " advertising advertisement advertisements ads adstorage aduserdata adpersonalization marketing"
                    + " targeting targetedadvertising retargeting remarketing socialmedia social c0004 c0005");

    private static final Map<String, Purpose> PURPOSES = purposes();

    private Categories() {}

    private static Map<String, Purpose> purposes() {
        Map<String, Purpose> purposes = new HashMap<>();
        NAMES.forEach((purpose, names) -> {
            for (String name : names.split(" ", -1)) {
                if (purposes.put(name, purpose) != null) {
                    throw new IllegalStateException("two meanings of " + name);
                }
            }
        });
        return Map.copyOf(purposes);
    }

    /** All that mean something, by their letters and digits. */
    static Set<String> names() {
        return PURPOSES.keySet();
    }

    /** For what a category stands; empty for one that means nothing to us. */
    public static Optional<Purpose> purpose(String category) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < category.length(); i++) {
            char letter = category.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                name.append((char) (letter + 'a' - 'A'));
            } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                name.append(letter);
            }
        }
        return Optional.ofNullable(PURPOSES.get(name.toString()));
    }
}
