package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what sales could reach a lead: the earliest act that names it by an e-mail address tells the address, as an
 * identify at that instant would, unless one was told by then. So it is with a phone number, else with the lead's
 * record in another system, where nothing by which it can be reached was told by then. What is told later changes
 * nothing of that.
 */
final class Mentioned {
    private static final String EMAIL = "lead.email";
    private static final String PHONE = "lead.phone";

    private static final Comparator<Sighting> EARLIEST =
            Sighting.ORDER.thenComparing(Mentioned::contact, CodePointOrder.INSTANCE);

    private Mentioned() {}

    /** What is told about a lead, with what its acts tell; the same words where that is nothing. */
    static List<Sighting> words(List<Sighting> seen) {
        Sighting mailed = null;
        Sighting reached = null;
        long mail = Long.MAX_VALUE;
        long contact = Long.MAX_VALUE;
        for (Sighting word : seen) {
            if (word.act() instanceof Suspicion || word.act() instanceof Consenting) {
                continue; // the one repeats what its events said, the other tells nothing but consent
            }
            if (word.act() != null && !word.keys().emails().isEmpty()) {
                mailed = earlier(word, mailed);
            } else if (word.act() != null && !contact(word).isEmpty()) {
                reached = earlier(word, reached);
            }
            boolean isMail = word.values().containsKey(EMAIL);
            boolean isContact =
                    isMail || word.values().containsKey(PHONE) || word.values().containsKey(BuiltIn.CRM_ID);
            mail = isMail ? Math.min(mail, word.at()) : mail;
            contact = isContact ? Math.min(contact, word.at()) : contact;
        }
        List<Sighting> words = seen;
        if (mailed != null && mailed.at() < mail) {
            words = with(words, mailed, EMAIL);
            contact = Math.min(contact, mailed.at());
        }
        if (reached != null && reached.at() < contact) {
            words = with(words, reached, reached.keys().phone() == null ? BuiltIn.CRM_ID : PHONE);
        }
        return words;
    }

    private static Sighting earlier(Sighting act, @Nullable Sighting first) {
        return first == null || EARLIEST.compare(act, first) < 0 ? act : first;
    }

    private static List<Sighting> with(List<Sighting> seen, Sighting act, String path) {
        List<Sighting> words = new ArrayList<>(seen.size() + 1);
        words.addAll(seen);
        Map<String, Object> told = Map.of(path, contact(act));
        words.add(new Sighting(Keys.NONE, act.at(), false, act.order(), null, told, null, null));
        return words;
    }

    /** The address, else the number, else the record by which an act names its lead; empty for none of these. */
    private static String contact(Sighting act) {
        Keys keys = act.keys();
        if (!keys.emails().isEmpty()) {
            return keys.emails().get(0);
        }
        if (keys.phone() != null) {
            return keys.phone();
        }
        return keys.crm().isEmpty() ? "" : keys.crm().get(0);
    }
}
