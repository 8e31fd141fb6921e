package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.core.time.Span;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Random worlds: what is rare in life is common here. */
public final class Worlds {
    private static final int LARGE_ONE_IN = 40;
    private static final int INSTANTS = 7;

    private Worlds() {}

    /** Mostly a few dozen events; one in forty with more than the hundred that a filtered signal keeps. */
    public static World next(Random random) {
        return next(random, random.nextInt(LARGE_ONE_IN) == 0);
    }

    static World next(Random random, boolean large) {
        Draw draw = new Draw(random);
        Contract contract = new RandomContracts(draw, large).next();
        Evidence evidence = new RandomEvidence(draw, large).next();
        return new World(contract, evidence, instants(draw, evidence, large));
    }

    private static List<Long> instants(Draw draw, Evidence evidence, boolean large) {
        TreeSet<Long> watched = new TreeSet<>(new ReferenceFacts(evidence).judgedInstants());
        evidence.acts().stream()
                .map(Act::at)
                .filter(at -> at != Told.BEFORE_ALL)
                .forEach(watched::add);
        List<Long> judged = List.copyOf(watched);
        long end = judged.isEmpty() ? 0 : judged.get(judged.size() - 1);
        TreeSet<Long> instants = new TreeSet<>(List.of(end, end + draw.of(200L, 200L, 40_000L) * 86_400_000L));
        for (int i = 0; i < (large ? 2 : INSTANTS) && !judged.isEmpty(); i++) {
            long near = draw.one(judged);
            Span span = draw.span();
            instants.add(near + draw.of(0L, 0L, 1L, -1L, 500L, 1000 * span.seconds(), 1000 * span.seconds() - 1));
        }
        return List.copyOf(instants);
    }
}
