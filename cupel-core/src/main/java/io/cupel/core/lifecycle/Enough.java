package io.cupel.core.lifecycle;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Signal;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.Signature;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The smallest things that would be enough for a lead to qualify, found by trying each with the engine itself: imagined
 * events from the instant on, and attributes imagined to be known and favourable.
 */
public final class Enough {
    /** More events of one kind than that are no small thing. */
    private static final int EVENTS_MAX = 5;
    /** So many ways are told. */
    private static final int WAYS_MAX = 5;

    private static final long DAY_MILLIS = 86_400_000L;

    private final Judge judge;
    /** The case as it is at the instant, anew each time. */
    private final Supplier<LeadCase> cases;

    private final long asOf;
    private final Fit fit;

    private Enough(Judge judge, Supplier<LeadCase> cases, Judgement now) {
        this.judge = judge;
        this.cases = cases;
        this.asOf = now.asOf();
        this.fit = now.fit();
    }

    /**
     * One way.
     *
     * @param known attributes that would have to become known, and be what the criteria ask for
     * @param signal the signal of the imagined events; empty for none
     * @param events how many of them
     * @param onDifferentDays whether one a day, rather than all now
     */
    public record Way(List<String> known, String signal, int events, boolean onDifferentDays) {
        int size() {
            return known.size() + events + (onDifferentDays ? 1 : 0);
        }
    }

    /**
     * The smallest ways for a lead that is not qualified at an instant, smallest first; empty where nothing small would
     * do, as for an excluded lead or one that does not fit.
     */
    public static List<Way> of(Judge judge, Evidence evidence, long asOf) {
        return of(judge, judge.judge(evidence, asOf), () -> judge.walk(evidence, asOf));
    }

    /**
     * The same of a lead that is judged in another way.
     *
     * @param now what holds of it
     * @param cases its case as it is now, anew each time
     */
    public static List<Way> of(Judge judge, Judgement now, Supplier<LeadCase> cases) {
        boolean open = switch (now.stage()) {
            case LEAD, NURTURE, LOST -> true;
            case VISITOR, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER, DISQUALIFIED -> false;
        };
        return open && now.excluded() == null && now.fit().verdict() != Verdict.FAIL
                ? new Enough(judge, cases, now).ways()
                : List.of();
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Contract contract = judge.contract;
        for (Set<String> known : attributesToTry()) {
            for (int signal = 0; signal < contract.signals().size(); signal++) {
                Way way = smallest(known, signal);
                if (way != null && ways.stream().noneMatch(smaller -> isPartOf(smaller, way))) {
                    ways.add(way);
                }
            }
        }
        // Of two equally small ways the one that only asks: a phone call finds out an attribute, nobody makes an event
        // happen.
        ways.sort(Comparator.comparingInt(Way::size).thenComparingInt(Way::events));
        return ways.subList(0, Math.min(WAYS_MAX, ways.size()));
    }

    /** None first, then what is missing, together: single attributes that decide alone are found within it. */
    private List<Set<String>> attributesToTry() {
        List<Set<String>> sets = new ArrayList<>();
        sets.add(Set.of());
        if (fit.verdict() == Verdict.UNKNOWN) {
            fit.unknown().forEach(attribute -> sets.add(Set.of(attribute)));
            if (fit.unknown().size() > 1) {
                sets.add(new TreeSet<>(fit.unknown()));
            }
        }
        return sets;
    }

    private static boolean isPartOf(Way smaller, Way way) {
        return way.known().containsAll(smaller.known())
                && (smaller.events() == 0
                        || (smaller.signal().equals(way.signal()) && smaller.events() <= way.events()));
    }

    private @Nullable Way smallest(Set<String> known, int signal) {
        Signal tried = judge.contract.signals().get(signal);
        if (tried.points().micros() <= 0 && tried.qualifies() == null) {
            return null;
        }
        for (int events = known.isEmpty() ? 1 : 0; events <= EVENTS_MAX; events++) {
            for (boolean onDifferentDays : new boolean[] {false, true}) {
                if ((events > 1 || !onDifferentDays) && qualifies(known, signal, events, onDifferentDays)) {
                    return new Way(List.copyOf(known), events == 0 ? "" : tried.name(), events, onDifferentDays);
                }
            }
        }
        return null;
    }

    private boolean qualifies(Set<String> known, int signal, int events, boolean onDifferentDays) {
        LeadCase lead = cases.get();
        lead.suppose(judge.fits.assuming(fit, known));
        Signature signature = judge.scorer.imagine(signal);
        int days = onDifferentDays ? events : 1;
        for (int day = 0; day < days; day++) {
            long at = asOf + day * DAY_MILLIS;
            lead.arrive(at);
            List<Event> imagined = new ArrayList<>();
            for (int i = 0; i < events / days; i++) {
                imagined.add(imagined(signal, day + i, at));
            }
            imagined.forEach(event -> lead.fold(event, signature));
            lead.settle(at, imagined);
            if (lead.at(at).stage().isUndecided()) {
                return true;
            }
        }
        return false;
    }

    private Event imagined(int signal, int number, long at) {
        Signal tried = judge.contract.signals().get(signal);
        String distinct = tried.filters().distinct();
        Map<String, Object> values =
                distinct == null ? Map.of() : Map.of(distinct.substring("event.".length()), "imagined " + number);
        return new Event("imagined " + number, at, tried.on().type(), "", values);
    }
}
