package io.cupel.core.reference;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Evidence.Membership;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one lead did and what was told about it, crowded around the bounds that the contract's spans draw. */
final class RandomEvidence {
    private static final long BEGIN = Instant.parse("2026-03-07T22:00:00.250Z").toEpochMilli();

    private final Draw draw;
    private final boolean large;
    /** How much of what may be told is. */
    private final int talkative;

    private final List<Long> instants = new ArrayList<>(List.of(BEGIN));
    private final List<Event> events = new ArrayList<>();
    private final List<Told> own = new ArrayList<>();

    RandomEvidence(Draw draw, boolean large) {
        this.draw = draw;
        this.large = large;
        talkative = draw.of(10, 40, 60);
    }

    Evidence next() {
        int count = large ? draw.between(120, 300) : draw.between(0, 22);
        for (int i = 0; i < count; i++) {
            events.add(event(i, instant()));
        }
        tell();
        List<Membership> companies = companies();
        return new Evidence("lead", events, AttributeLog.of(own), companies, acts(), List.of());
    }

    /** Another instant: often the same, the same second, or exactly a span after an earlier one. */
    private long instant() {
        long last = instants.get(instants.size() - 1);
        long earlier = draw.one(instants);
        int kind = draw.between(0, 9);
        long instant;
        if ((large && draw.chance(80)) || kind <= 1) {
            return last;
        } else if (kind == 2) {
            instant = last + draw.of(1, 749, 750, 999);
        } else if (kind <= 6) {
            instant =
                    earlier + 1000 * Math.min(draw.span().seconds(), 4_000_000L) + draw.of(0, 0, 0, -1, 1, -1000, 700);
        } else if (kind == 7) {
            instant = last + 1000L * draw.random.nextInt(90_000);
        } else {
            instant = last + draw.random.nextInt(20_000_000);
        }
        instants.add(instant);
        return instant;
    }

    private Event event(int number, long at) {
        EventType type = large && draw.chance(80)
                ? EventType.PAGE
                : draw.of(EventType.PAGE, EventType.PAGE, EventType.TRACK, EventType.TRACK, EventType.EMAIL_CLICKED);
        Map<String, Object> values = new HashMap<>();
        if (draw.chance(80)) {
            values.put("path", draw.of("/pricing", "/p", "/blog"));
        }
        if (draw.chance(85)) {
            values.put("properties.n", large ? (Object) (long) draw.between(0, 90) : number());
        }
        if (draw.chance(50)) {
            values.put("properties.deep", deep());
        }
        return new Event(id(number), at, type, draw.of("", "A", "A", "B"), values);
    }

    /** Some equal as JSON though not as objects, some long, and texts that no file could hold. */
    private Object deep() {
        return draw.<Object>of(
                List.of(1L, "a"),
                List.of(1.0, "a"),
                List.of("1a"),
                Map.of("k", 2L),
                Map.of("k", Map.of("k", 2.0)),
                true,
                "true",
                "1",
                1L,
                1e300,
                0.1,
                "",
                "\ud800",
                "?",
                "\udc00\ud800é",
                "/blog/" + "long".repeat(20) + "/a",
                "/blog/" + "long".repeat(20) + "/b");
    }

    private Object number() {
        return draw.<Object>of(0L, 1L, 2L, 3L, 1.0, 2.0, 2.5, 2.25, -1L, "2", true, 1e9, -0.0);
    }

    /** Ids that UTF-16 units and code points order differently. */
    private String id(int number) {
        return draw.of("a", "Z", "é", "\uffee", "\ud83d\ude00", "") + draw.of("a", "\uffee", "\ud83d\ude00") + number;
    }

    private void tell() {
        if (draw.chance(70)) {
            own.add(new Told(Told.BEFORE_ALL, true, "row-0", values(true, 70)));
        }
        int calls = draw.between(0, 4);
        for (int i = 0; i < calls; i++) {
            long at = draw.chance(50) ? draw.one(instants) : instant();
            String id = id(1000 + i);
            events.add(new Event(id, at, EventType.IDENTIFY, "", Map.of()));
            own.add(new Told(at, false, id, values(true, 50)));
        }
        int rows = draw.chance(70) ? 0 : draw.between(1, 2);
        for (int i = 0; i < rows; i++) {
            own.add(new Told(draw.chance(50) ? draw.one(instants) : instant(), true, "row-1" + i, values(true, 40)));
        }
    }

    /** What sales did: of every second lead nothing, as of most in life. */
    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        int count = draw.chance(50) ? 0 : draw.between(1, 6);
        for (int i = 0; i < count; i++) {
            boolean imported = draw.chance(25);
            long at = imported && draw.chance(50) ? Told.BEFORE_ALL : draw.chance(70) ? draw.one(instants) : instant();
            String id = id(4000 + i);
            acts.add(
                    draw.chance(10)
                            ? new Touch(id, at, "", Touch.Channel.CALL, Touch.Direction.OUTBOUND, "", false)
                            : decision(id, at, imported));
        }
        return acts;
    }

    private Decision decision(String id, long at, boolean imported) {
        Outcome outcome = draw.chance(40) ? draw.of(Outcome.ACCEPTED, Outcome.REJECTED) : draw.of(Outcome.values());
        return new Decision(
                id, at, outcome, draw.of("", "no need", "wrong timing"), "", null, imported, deal(outcome, imported));
    }

    private String deal(Outcome outcome, boolean imported) {
        return switch (outcome) {
            case OPPORTUNITY, WON, LOST -> imported || draw.chance(30) ? draw.of("", "a", "b", "b") : "";
            case ACCEPTED, REJECTED, SQL, NURTURE, DISQUALIFIED -> "";
        };
    }

    private List<Membership> companies() {
        List<Membership> companies = new ArrayList<>();
        if (draw.chance(45)) {
            companies.add(new Membership(Told.BEFORE_ALL, company(0)));
        }
        if (draw.chance(25)) {
            long since = instant();
            events.add(new Event(id(2000), since, EventType.GROUP, "", Map.of()));
            companies.add(new Membership(since, company(1)));
        }
        return companies;
    }

    private AttributeLog company(int number) {
        List<Told> told = new ArrayList<>();
        if (draw.chance(50)) {
            told.add(new Told(Told.BEFORE_ALL, true, "row-2" + number, values(false, 0)));
        }
        int calls = draw.between(0, 3);
        for (int i = 0; i < calls; i++) {
            String id = id(3000 + 10 * number + i);
            told.add(new Told(draw.chance(40) ? draw.one(instants) : instant(), false, id, values(false, 0)));
        }
        if (draw.chance(20)) {
            told.add(new Told(draw.chance(40) ? draw.one(instants) : instant(), true, "row-3", values(false, 0)));
        }
        return AttributeLog.of(told);
    }

    private Object size() {
        return draw.<Object>of(0.0, 1.0, 2.0, 2.25, 2.5, 4.0, 3L, new Range(1, 2), new Range(3, 9), Range.atLeast(3));
    }

    private Map<String, Object> values(boolean aboutLead, int emailPercent) {
        Map<String, Object> values = new HashMap<>();
        if (draw.chance(emailPercent)) {
            values.put("lead.email", "rep@nordwind.example");
        }
        if (aboutLead && draw.chance(talkative)) {
            values.put("lead.a", draw.of("x", "y", "xy", "xz"));
        }
        if (aboutLead && draw.chance(talkative)) {
            values.put("lead.n", (long) draw.between(0, 4));
        }
        if (aboutLead && draw.chance(talkative)) {
            values.put("lead.b", draw.chance(50));
        }
        if (draw.chance(talkative)) {
            values.put("company.size", size());
        }
        if (draw.chance(talkative)) {
            values.put("company.kind", draw.of("fintech", "farm"));
        }
        return values;
    }
}
