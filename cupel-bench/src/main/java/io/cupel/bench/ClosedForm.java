package io.cupel.bench;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Workload W1 in double precision, as plainly as it can be written: what the engine's whole numbers are compared with.
 * Every event makes each rule's value {@code s} fade by {@code 2^(-dt/h)}; a matching one makes it {@code min(cap, s +
 * points)}.
 */
final class ClosedForm {
    static final double THRESHOLD = 60;
    private static final int GATE = 50;
    private static final double DAY = 86_400;
    private static final List<Rule> RULES = rules();
    private static final boolean[][] MATCHES = matches();

    private record Rule(double points, int halfLifeDays, double cap, Predicate<Event> when) {}

    /**
     * What became of one lead.
     *
     * @param score at the end of the year; unlike the engine's it does not stop at 0
     * @param crossing the second of the event with which a lead that passes the gate reached the threshold; -1 for none
     */
    record Outcome(double score, int crossing) {}

    private final Workload workload;

    ClosedForm(Workload workload) {
        this.workload = workload;
    }

    Outcome outcome(int lead) {
        double[] values = new double[RULES.size()];
        boolean passes = fit(lead) >= GATE;
        int crossing = -1;
        int last = 0;
        for (int e = workload.offsets[lead]; e < workload.offsets[lead + 1]; e++) {
            fade(values, workload.seconds[e] - last);
            last = workload.seconds[e];
            credit(values, workload.codes[e]);
            if (crossing < 0 && passes && Arrays.stream(values).sum() >= THRESHOLD) {
                crossing = last;
            }
        }
        fade(values, Workload.YEAR - last);
        return new Outcome(Arrays.stream(values).sum(), crossing);
    }

    /** The score right after all events of a lead up to a second, that one included. */
    double scoreAt(int lead, int second) {
        double[] values = new double[RULES.size()];
        int last = 0;
        for (int e = workload.offsets[lead]; e < workload.offsets[lead + 1] && workload.seconds[e] <= second; e++) {
            fade(values, workload.seconds[e] - last);
            last = workload.seconds[e];
            credit(values, workload.codes[e]);
        }
        fade(values, second - last);
        return Arrays.stream(values).sum();
    }

    private static void fade(double[] values, int age) {
        for (int r = 0; r < values.length; r++) {
            if (values[r] != 0) {
                values[r] *= Math.pow(2, -age / (RULES.get(r).halfLifeDays() * DAY));
            }
        }
    }

    private static void credit(double[] values, int code) {
        for (int r = 0; r < values.length; r++) {
            if (MATCHES[code][r]) {
                Rule rule = RULES.get(r);
                values[r] = Math.max(-rule.cap(), Math.min(rule.cap(), values[r] + rule.points()));
            }
        }
    }

    private int fit(int lead) {
        int people = workload.employees[lead];
        return (people >= 50 && people <= 500 ? 20 : 0)
                + (workload.industry[lead] < 2 ? 20 : 0)
                + (workload.country[lead] < 5 ? 10 : 0)
                + (workload.seniority[lead] >= 3 ? 15 : 0)
                + (workload.source[lead] == 1 || workload.source[lead] == 2 ? 10 : 0)
                + (workload.freeMail[lead] == 0 ? 10 : 0)
                + (workload.revenue[lead] >= 5 ? 10 : 0)
                + ((workload.tech[lead] & 8) != 0 ? 5 : 0);
    }

    private static boolean[][] matches() {
        boolean[][] matches = new boolean[Catalog.SIZE][RULES.size()];
        for (int code = 0; code < matches.length; code++) {
            Event event = Catalog.event(code, 0);
            for (int r = 0; r < RULES.size(); r++) {
                matches[code][r] = RULES.get(r).when().test(event);
            }
        }
        return matches;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(.5, 7, 8, page("/")));
        rules.add(new Rule(8, 14, 30, page("/pricing")));
        rules.add(new Rule(10, 14, 24, page("/pricing/enterprise")));
        rules.add(new Rule(12, 14, 24, page("/demo")));
        rules.add(new Rule(1, 7, 8, page("/docs")));
        rules.add(new Rule(.5, 3, 4, page("/blog")));
        rules.add(new Rule(4, 14, 16, page("/customers").or(page("/security")).or(page("/integrations"))));
        rules.add(new Rule(1, 7, 6, event -> event.type() == EventType.EMAIL_OPENED));
        rules.add(new Rule(4, 14, 16, event -> event.type() == EventType.EMAIL_CLICKED));
        rules.add(new Rule(30, 30, 45, track("Form submitted", Set.of("demo"))));
        rules.add(new Rule(25, 30, 40, track("Form submitted", Set.of("contact"))));
        rules.add(new Rule(12, 30, 24, track("Form submitted", Set.of("whitepaper"))));
        rules.add(new Rule(30, 30, 45, track("Form submitted", Set.of("trial"))));
        rules.add(new Rule(8, 30, 16, track("Webinar", Set.of("registered"))));
        rules.add(new Rule(18, 30, 36, track("Webinar", Set.of("attended", "asked"))));
        rules.add(new Rule(1.5, 3, 12, track("Logged in", Set.of("password"))));
        rules.add(new Rule(2, 7, 15, event -> event.name().equals("Feature used")));
        rules.add(new Rule(3, 14, 15, track("Feature used", keyFeatures())));
        rules.add(new Rule(20, 60, 40, track("Call", Set.of("connected", "meeting"))));
        rules.add(new Rule(-20, 60, 40, event -> event.name().equals("Mail refused")));
        return rules;
    }

    private static Set<String> keyFeatures() {
        return Set.of("feature-0", "feature-1", "feature-2", "feature-3", "feature-4");
    }

    private static Predicate<Event> page(String prefix) {
        return event -> event.type() == EventType.PAGE
                && String.valueOf(event.value("event.path")).startsWith(prefix);
    }

    private static Predicate<Event> track(String name, Set<String> values) {
        return event -> event.name().equals(name)
                && event.values().values().stream().anyMatch(value -> values.contains(value.toString()));
    }
}
