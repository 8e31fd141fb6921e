package io.cupel.files.log;

import io.cupel.core.evidence.Introductions;
import io.cupel.core.evidence.Sighting;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What else was seen than calls, and whom it names.
 *
 * @param introductions in which all of it was met
 * @param subjects by place in the list: the number of whom it names
 */
record Introduced(List<Sighting> sightings, Introductions introductions, int[] subjects) {
    static Introduced of(List<Sighting> sightings) {
        Introductions introductions = new Introductions();
        int[] subjects = new int[sightings.size()];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] =
                    introductions.meet(sightings.get(i).keys(), sightings.get(i).at());
        }
        return new Introduced(sightings, introductions, subjects);
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
