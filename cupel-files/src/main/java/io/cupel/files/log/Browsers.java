package io.cupel.files.log;

import io.cupel.core.evidence.Identities;
import io.cupel.core.evidence.Introductions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Whom anonymous ids turned out to be. Most are one lead's, whenever that was told; only for those that were identified
 * as several leads the times matter.
 */
final class Browsers {
    private static final int NOBODY = Introductions.NOBODY;
    private static final int SEVERAL = -2;

    private final CallLog log;
    private final Introductions introductions;
    /** By number of the word: whom it names. */
    private final int[] subjects;
    /** By number of the word: the anonymous id that it says is the same person's; negative for none. */
    private final int[] previous;
    /** By number of the anonymous id: whose it is, {@link #NOBODY}, or {@link #SEVERAL}. */
    private final AtomicIntegerArray owners;
    /** By number of the anonymous id: whether a call came from it. */
    private final boolean[] seen;
    /** By number of the anonymous id: the place of its lead. */
    private final int[] places;

    private final Map<Integer, String> contested = new HashMap<>();

    /** @param subjects of the words, the same number for all that are the same lead's */
    Browsers(CallLog log, Introductions introductions, int[] subjects) {
        this.log = log;
        this.introductions = introductions;
        this.subjects = subjects;
        this.previous = new int[subjects.length];
        for (int word = 0; word < previous.length; word++) {
            String id = log.words().get(word).keys().previous();
            previous[word] = id == null ? NOBODY : log.anonymous().number(id);
        }
        this.owners = new AtomicIntegerArray(log.anonymous().size());
        for (int browser = 0; browser < owners.length(); browser++) {
            owners.setPlain(browser, NOBODY);
        }
        this.seen = new boolean[owners.length()];
        this.places = new int[owners.length()];
    }

    /** Recognises all anonymous ids; gives the number of those that stay visitors. */
    int recognise() {
        if (owners.length() == 0) {
            return 0;
        }
        log.forEach(this::look);
        log.anonymous().forEach((text, browser) -> {
            int owner = owners.get(browser);
            if (owner == SEVERAL) {
                contested.put(browser, text);
            } else if (owner != NOBODY) {
                introductions.recognise(text, owner, 0, "");
            }
        });
        if (!contested.isEmpty()) {
            log.forEach(this::recognise);
        }
        int visitors = 0;
        for (int browser = 0; browser < seen.length; browser++) {
            visitors += seen[browser] && owners.get(browser) == NOBODY ? 1 : 0;
        }
        return visitors;
    }

    private void look(long[] rows, int row) {
        int browser = Row.anonymous(rows, row);
        int word = log.word(rows, row);
        if (browser >= 0) {
            seen[browser] = true;
            own(browser, subjects[word]);
        }
        if (previous[word] >= 0) {
            own(previous[word], subjects[word]);
        }
    }

    private void own(int browser, int subject) {
        if (subject == NOBODY || owners.getPlain(browser) == subject) {
            return;
        }
        int before = owners.compareAndExchange(browser, NOBODY, subject);
        if (before != NOBODY && before != subject) {
            owners.set(browser, SEVERAL);
        }
    }

    private void recognise(long[] rows, int row) {
        int word = log.word(rows, row);
        recognise(Row.anonymous(rows, row), subjects[word], rows, row);
        recognise(previous[word], subjects[word], rows, row);
    }

    private void recognise(int browser, int subject, long[] rows, int row) {
        String text = browser < 0 ? null : contested.get(browser);
        if (text != null && subject != NOBODY) {
            synchronized (introductions) {
                introductions.recognise(text, subject, Row.at(rows, row), Row.id(rows, row));
            }
        }
    }

    /** After all was told: asks where the leads are. */
    void settle(Identities identities) {
        log.anonymous().forEach((text, browser) -> places[browser] = identities.place(text, Long.MAX_VALUE));
    }

    /** The place of the lead whose a call is that names only the anonymous id; negative for nobody's. */
    int place(Identities identities, long[] rows, int row) {
        int browser = Row.anonymous(rows, row);
        if (browser < 0) {
            return NOBODY;
        }
        String text = owners.get(browser) == SEVERAL ? contested.get(browser) : null;
        return text == null ? places[browser] : identities.place(text, Row.at(rows, row));
    }
}
