package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * To which company a lead belongs, over time: the one it was last said to belong to, else that of its e-mail address,
 * unless anybody can have an address there. Everything told at one instant is taken in before it is asked.
 */
final class CompanyKeys {
    /**
     * The lead belongs to another company from an instant on.
     *
     * @param key null for none any more
     */
    record Since(long instant, @Nullable String key) {}

    private final List<Since> changes = new ArrayList<>(1);

    private CompanyKeys() {}

    static CompanyKeys of(List<Sighting> seen) {
        CompanyKeys keys = new CompanyKeys();
        String said = null;
        String mailed = null;
        List<Sighting> telling = telling(seen);
        for (int i = 0; i < telling.size(); i++) {
            Sighting sighting = telling.get(i);
            if (sighting.company() != null) {
                said = sighting.company();
            }
            if (sighting.values().get("lead.email") instanceof String email) {
                mailed = MailDomains.companyDomain(email).orElse(null);
            }
            if (i + 1 == telling.size() || telling.get(i + 1).at() != sighting.at()) {
                keys.change(sighting.at(), said != null ? said : mailed);
            }
        }
        return keys;
    }

    private void change(long instant, @Nullable String key) {
        String before =
                changes.isEmpty() ? null : changes.get(changes.size() - 1).key();
        if (!Objects.equals(before, key)) {
            changes.add(new Since(instant, key));
        }
    }

    /** Those by which anything about the company can change, earlier ones first. */
    private static List<Sighting> telling(List<Sighting> seen) {
        List<Sighting> telling = new ArrayList<>(1);
        for (Sighting sighting : seen) {
            if (sighting.company() != null || sighting.values().containsKey("lead.email")) {
                telling.add(sighting);
            }
        }
        if (telling.size() > 1) {
            telling.sort(Sighting.ORDER);
        }
        return telling;
    }

    /** Since when which company, earlier changes first. */
    List<Since> changes() {
        return changes;
    }

    @Nullable
    String at(long instant) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).instant() <= instant) {
                return changes.get(i).key();
            }
        }
        return null;
    }
}
