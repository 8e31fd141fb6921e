package io.cupel.files.log;

import io.cupel.core.evidence.Introductions;
import io.cupel.core.evidence.Sighting;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What else was seen than calls, and whom it names. */
final class Introduced {
    private final List<Sighting> sightings;
    private final Introductions introductions = new Introductions();
    /** By place in the list. */
    private final int[] subjects;

    private Introduced(List<Sighting> sightings) {
        this.sightings = sightings;
        this.subjects = sightings.stream()
                .mapToInt(each -> introductions.meet(each.keys(), each.at()))
                .toArray();
    }

    static Introduced of(List<Sighting> sightings) {
        return new Introduced(sightings);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** In which all of it was met. */
    Introductions introductions() {
        return introductions;
    }

    /** By place in the list: the number of whom it names. */
    int[] subjects() {
        return subjects;
    }

    /** Waits for it. */
    static Introduced result(CompletableFuture<Introduced> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e;
        }
    }
}
