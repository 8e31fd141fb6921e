package io.cupel.core.evidence;

import org.jspecify.annotations.Nullable;

/**
 * To which company words about a lead, taken in one after the other, say that it belongs: the one that was named last,
 * else that of its e-mail address. A browser's word counts where no other says anything.
 */
final class Affiliation {
    private @Nullable String named;
    private boolean isMailed;
    private @Nullable String mailed;
    private @Nullable String claimed;
    private @Nullable String claimedMail;

    /** Takes in the next word. */
    void take(Sighting word) {
        boolean isClaimed = word.keys().isClaimed();
        if (word.company() != null) {
            if (isClaimed) {
                claimed = word.company();
            } else {
                named = word.company();
            }
        }
        if (word.values().get("lead.email") instanceof String email) {
            String domain = MailDomains.companyDomain(email).orElse(null);
            if (isClaimed) {
                claimedMail = domain;
            } else {
                isMailed = true;
                mailed = domain;
            }
        }
    }

    /** The key of the company; null for none. */
    @Nullable
    String key() {
        if (named != null) {
            return named;
        }
        if (mailed != null) {
            return mailed;
        }
        return claimed != null || isMailed ? claimed : claimedMail;
    }
}
