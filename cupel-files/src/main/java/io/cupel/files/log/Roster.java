package io.cupel.files.log;

import io.cupel.core.evidence.Identities;
import io.cupel.core.evidence.Introductions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** Whose each call is: introduces all keys of the log and of what else was seen, then says for each row the lead. */
final class Roster {
    private static final int NOBODY = Introductions.NOBODY;

    private final CallLog log;
    private final Introductions introductions;
    private final Identities identities;
    /** By number of the word: its lead. */
    private final int[] wordPlaces;
    /** By their places in the list: the leads of what else was seen. */
    private final int[] otherPlaces;

    private final Browsers browsers;

    /** @param others whose introductions go on here */
    Roster(CallLog log, Introduced others) {
        this.log = log;
        this.introductions = others.introductions();
        int[] subjects = meetCalls();
        introductions.settle();
        this.browsers = new Browsers(log, introductions, same(subjects));
        this.identities = introductions.identities(browsers.recognise());
        browsers.settle(identities);
        this.wordPlaces = places(subjects);
        this.otherPlaces = places(others.subjects());
    }

    private int[] same(int[] subjects) {
        return Arrays.stream(subjects)
                .map(subject -> subject == NOBODY ? NOBODY : introductions.same(subject))
                .toArray();
    }

    private int[] places(int[] subjects) {
        int[] places = new int[subjects.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = subjects[i] == NOBODY ? NOBODY : identities.place(subjects[i]);
        }
        return places;
    }

    Identities identities() {
        return identities;
    }

    /** The place of the lead whose the call of a row is; negative for a visitor who was never identified. */
    int place(long[] rows, int row) {
        int place = wordPlaces[log.word(rows, row)];
        return place != NOBODY ? place : browsers.place(identities, rows, row);
    }

    /** The place of the lead whom something else is about. */
    int place(int other) {
        return otherPlaces[other];
    }

    /** Meets the keys of all calls, with the time when they were told first; gives the subjects by word. */
    private int[] meetCalls() {
        AtomicLongArray first = new AtomicLongArray(log.words().size());
        for (int word = 0; word < first.length(); word++) {
            first.setPlain(word, Long.MAX_VALUE);
        }
        log.forEach((rows, row) -> {
            int word = log.word(rows, row);
            long at = Row.at(rows, row);
            if (at < first.getPlain(word)) {
                first.accumulateAndGet(word, at, Math::min);
            }
        });
        int[] subjects = new int[first.length()];
        for (int word = 0; word < subjects.length; word++) {
            boolean isSaid = first.get(word) != Long.MAX_VALUE; // else only by copies that do not count
            subjects[word] = isSaid ? introductions.meet(log.words().get(word).keys(), first.get(word)) : NOBODY;
        }
        return subjects;
    }
}
