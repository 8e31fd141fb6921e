package io.cupel.bench;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What leads do in workload W1: 515 different things, each with a code. */
final class Catalog {
    /** How likely an event is of each sort; the sorts follow each other in the codes as in {@link #things}. */
    private static final double[] SHARES = {.60, .14, .05, .02, .02, .10, .05, .01, .005, .005};

    private static final int[] SIZES = {400, 40, 40, 5, 4, 1, 20, 3, 1, 1};
    private static final int[] FIRST_CODES = firstCodes();
    private static final Thing[] THINGS = things().toArray(Thing[]::new);

    static final int SIZE = THINGS.length;

    private record Thing(EventType type, String name, Map<String, Object> values) {}

    private Catalog() {}

    /** The event of a code; its message id stands for all events of that code, for W1 gives none. */
    static Event event(int code, long at) {
        Thing thing = THINGS[code];
        return new Event(thing.name(), at, thing.type(), thing.name(), thing.values());
    }

    /** Draws a code: first the sort, then which of that sort; pages low in number are visited most. */
    static int draw(double sortShare, double valueShare) {
        int sort = 0;
        double upTo = SHARES[0];
        while (sort < SHARES.length - 1 && sortShare >= upTo) {
            sort++;
            upTo += SHARES[sort];
        }
        double within = sort == 0 ? 400 * valueShare * valueShare * valueShare : SIZES[sort] * valueShare;
        return FIRST_CODES[sort] + (int) within;
    }

    private static int[] firstCodes() {
        int[] first = new int[SIZES.length];
        for (int sort = 1; sort < first.length; sort++) {
            first[sort] = first[sort - 1] + SIZES[sort - 1];
        }
        return first;
    }

    private static List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        paths().forEach(path -> things.add(new Thing(EventType.PAGE, "", Map.of("path", path))));
        for (EventType type : List.of(EventType.EMAIL_OPENED, EventType.EMAIL_CLICKED)) {
            numbered("campaign-", 40).forEach(name -> things.add(new Thing(type, "", Map.of("campaign.name", name))));
        }
        addTracks(things, "Form submitted", "form", List.of("demo", "contact", "whitepaper", "newsletter", "trial"));
        addTracks(things, "Webinar", "step", List.of("registered", "attended", "asked", "replay"));
        addTracks(things, "Logged in", "way", List.of("password"));
        addTracks(things, "Feature used", "feature", numbered("feature-", 20));
        addTracks(things, "Call", "outcome", List.of("connected", "voicemail", "meeting"));
        addTracks(things, "Mail refused", "reason", List.of("unsubscribe", "bounce"));
        return things;
    }

    private static void addTracks(List<Thing> things, String name, String property, List<String> values) {
        values.forEach(value -> things.add(new Thing(EventType.TRACK, name, Map.of("properties." + property, value))));
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/pricing",
                "/pricing/enterprise",
                "/features",
                "/demo",
                "/customers",
                "/integrations",
                "/security",
                "/pricing/compare",
                "/docs"));
        numbered("/blog/post-", 100).stream().skip(10).forEach(paths::add);
        numbered("/docs/page-", 400).stream().skip(100).forEach(paths::add);
        return paths;
    }

    private static List<String> numbered(String prefix, int size) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(prefix + i);
        }
        return names;
    }
}
