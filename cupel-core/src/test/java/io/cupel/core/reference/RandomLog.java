package io.cupel.core.reference;

import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.evidence.Suspicion.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log of a few people who share devices, companies and addresses, with entries that come late. */
final class RandomLog {
    private static final List<String> USERS = List.of("u1", "u2", "u3", "ann@a.example", "hubspot:1");
    private static final List<String> MAILS =
            List.of("ann@a.example", "bob@a.example", "cy@b.example", "info@a.example", "dee@gmail.com");
    private static final List<String> DEVICES = List.of("d1", "d2", "d3", "u9");
    private static final List<String> COMPANIES = List.of("a.example", "b.example", "c.example");

    private final Draw draw;
    /** Whether nothing comes from browsers. */
    private boolean isBelieved;

    private long now = 1_772_000_000_250L;
    private int number;
    private int reviews = 10;
    private boolean merges;
    private boolean denies;
    private final List<String> denied = new ArrayList<>();
    /** What browsers told together with addresses. */
    private final List<Keys> claimed = new ArrayList<>();

    private final List<String> merged = new ArrayList<>();
    private final Set<Long> instants = new HashSet<>();
    /** What happened so far, and of whom. */
    private final List<Sighting> happened = new ArrayList<>();

    /** An entry and when it was received. */
    record Received(long received, Sighting sighting) {}

    RandomLog(Draw draw) {
        this.draw = draw;
        this.isBelieved = draw.chance(30);
    }

    /** One in which people say more to what waits. */
    RandomLog reviewed() {
        reviews = 45;
        return this;
    }

    /** One in which nothing comes from browsers. */
    RandomLog believed() {
        isBelieved = true;
        return this;
    }

    /** One in which people merge leads, and take it back. */
    RandomLog merged() {
        merges = true;
        return this;
    }

    /** One in which people deny what browsers claim, and take that back. */
    RandomLog denied() {
        denies = true;
        isBelieved = false;
        return this;
    }

    /** What one of these people did before, up to six weeks long, each event when it was received. */
    static List<Received> busy(Draw draw, int entries) {
        RandomLog log = new RandomLog(draw);
        List<Received> all = new ArrayList<>();
        long begin = log.now - entries * (3_600_000_000L / entries);
        Keys user = new Keys("u1", List.of(), null, null, null);
        for (int i = 0; i < entries; i++) {
            long at = begin + i * (3_600_000_000L / entries);
            Map<String, Object> facts = Map.of("path", draw.of("/pricing", "/p", "/blog"));
            Event event = new Event("b" + i, at, EventType.PAGE, draw.of("", "A", "B"), facts);
            all.add(new Received(at, Sighting.call(user, event, Map.of(), null)));
        }
        return all;
    }

    List<Received> next(int entries) {
        List<Received> log = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            now += draw.of(
                    0L, 0L, 1L, 1000L, 3_600_000L, 1000 * Math.min(draw.span().seconds(), 4_000_000L));
            log.add(new Received(now, sighting()));
        }
        return log;
    }

    private Sighting sighting() {
        String id = draw.of("a", "z", "m") + number++;
        long at = draw.chance(60)
                ? now
                : draw.chance(40) && !instants.isEmpty() ? draw.one(List.copyOf(instants)) : late();
        instants.add(at);
        if (denies && draw.chance(20)) {
            return Sighting.act(Keys.NONE, denial(id, at));
        }
        Keys keys = keys();
        if (keys.isClaimed() && !keys.emails().isEmpty() && !(keys.user() == null && keys.anonymous() == null)) {
            claimed.add(keys);
        }
        if (keys.isContact() && !keys.isClaimed() && draw.chance(10)) {
            return Sighting.act(keys, decision(id, at));
        }
        if (keys.isContact() && !keys.isClaimed() && draw.chance(reviews)) {
            return Sighting.act(keys, new Review(id, at, draw.of(Review.Verdict.values()), draw.of("", "ann")));
        }
        if (draw.chance(8)) {
            return Sighting.act(keys, consenting(id, at));
        }
        if (draw.chance(12)) {
            return suspicion(id, at, keys);
        }
        if (merges && keys.isContact() && draw.chance(20)) {
            return Sighting.act(Keys.NONE, merging(id, at, keys));
        }
        if (draw.chance(35)) {
            Event identify = new Event(id, at, EventType.IDENTIFY, "", Map.of());
            String company = draw.chance(20) ? draw.one(COMPANIES) : null;
            return Sighting.call(keys, identify, values(keys), company);
        }
        return happening(id, at, keys);
    }

    private Sighting happening(String id, long at, Keys keys) {
        EventType type = draw.of(EventType.PAGE, EventType.PAGE, EventType.TRACK, EventType.EMAIL_CLICKED);
        Map<String, Object> facts = new HashMap<>();
        facts.put("path", draw.of("/pricing", "/p", "/blog"));
        facts.put("properties.n", draw.<Object>of(0L, 1L, 2L, 2.5, "2"));
        Event event = new Event(id, at, type, draw.of("", "A", "B"), facts);
        Sighting call = Sighting.call(keys, event, Map.of(), null);
        happened.add(call);
        return call;
    }

    /** Mostly of events that happened, under the keys under which they did; else of any, maybe of one to come. */
    private Sighting suspicion(String id, long at, Keys others) {
        Verdict verdict = draw.chance(65) ? Verdict.MARK : Verdict.RELEASE;
        List<String> reasons = draw.chance(50) ? List.of(draw.of("links", "agent")) : List.of();
        String by = draw.chance(60) ? "" : "ann";
        if (happened.isEmpty() || draw.chance(20)) {
            List<String> coming = List.of(draw.of("a", "z", "m") + (number + draw.between(0, 2)), "m" + number / 2);
            return Sighting.act(others, new Suspicion(id, at, verdict, coming, reasons, by));
        }
        Sighting doubtful = draw.one(happened);
        List<String> events = new ArrayList<>();
        for (Sighting each : happened) {
            if (each.keys().equals(doubtful.keys()) && (each.order().equals(doubtful.order()) || draw.chance(40))) {
                events.add(each.order());
            }
        }
        boolean isOfDevice = !doubtful.keys().isContact();
        return Sighting.act(
                isOfDevice ? doubtful.keys() : doubtful.keys().withoutDevice(),
                new Suspicion(id, isOfDevice ? doubtful.at() : at, verdict, events, reasons, by));
    }

    private Consenting consenting(String id, long at) {
        List<Said> said = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (draw.chance(40)) {
                said.add(Said.of(purpose, draw.chance(50), draw.of(Means.values())));
            }
        }
        return new Consenting(id, at, said, draw.of("", "ann"));
    }

    private Merging merging(String id, long at, Keys one) {
        if (!merged.isEmpty() && draw.chance(45)) {
            return Merging.undo(id, at, draw.one(merged), "ann");
        }
        merged.add(id);
        Keys other = keys();
        return Merging.of(id, at, one, other.isContact() ? other : new Keys("u2", List.of(), null, null, null), "ann");
    }

    private Denial denial(String id, long at) {
        if (!denied.isEmpty() && draw.chance(40)) {
            return Denial.restore(id, at, draw.one(denied), "ann");
        }
        denied.add(id);
        if (!claimed.isEmpty() && draw.chance(75)) {
            Keys told = draw.one(claimed);
            boolean isUser = told.user() != null && (told.anonymous() == null || draw.chance(50));
            String visitor = isUser ? told.user() : told.anonymous();
            return Denial.of(
                    id, draw.chance(70) ? now : at, visitor, told.emails().get(0), "ann");
        }
        String visitor = draw.chance(50) ? draw.one(DEVICES) : draw.one(USERS);
        return Denial.of(id, draw.chance(60) ? now : at, visitor, draw.one(MAILS), "ann");
    }

    private long late() {
        return now
                - draw.of(
                        1L,
                        1000L,
                        5_000L,
                        3_600_000L,
                        1000 * Math.min(draw.span().seconds(), 4_000_000L));
    }

    private Keys keys() {
        String user = draw.chance(45) ? draw.one(USERS) : null;
        List<String> mails = draw.chance(30) ? List.of(draw.one(MAILS)) : List.of();
        String anonymous = draw.chance(60) || (user == null && mails.isEmpty()) ? draw.one(DEVICES) : null;
        boolean isAlias = user != null && draw.chance(8);
        String previous = isAlias ? draw.of("d1", "d2", "u2", "u9", "bob@a.example", "info@a.example") : null;
        List<String> crm = draw.chance(6) ? List.of(draw.of("hubspot:1", "hubspot:2")) : List.of();
        String phone = user == null && mails.isEmpty() && crm.isEmpty() && draw.chance(10) ? "+4930123456" : null;
        Origin origin = isBelieved || draw.chance(55) ? Origin.SERVER : Origin.BROWSER;
        return new Keys(user, mails, phone, anonymous, previous, crm, origin);
    }

    private static void put(Map<String, Object> values, String path, @Nullable Object value) {
        if (value != null) {
            values.put(path, value);
        }
    }

    private Map<String, Object> values(Keys keys) {
        Map<String, Object> values = new HashMap<>();
        put(values, "lead.email", keys.emails().isEmpty() ? null : keys.emails().get(0));
        put(values, "lead.phone", keys.phone());
        put(values, "lead.a", draw.chance(40) ? draw.of("x", "y", "xy") : null);
        put(values, "lead.n", draw.chance(30) ? (long) draw.between(0, 4) : null);
        put(values, "company.size", draw.chance(30) ? draw.<Object>of(1.0, 2.0, 3L) : null);
        put(values, "company.kind", draw.chance(30) ? draw.of("fintech", "farm") : null);
        return values;
    }

    private Decision decision(String id, long at) {
        Decision.Outcome outcome = draw.of(Decision.Outcome.values());
        String deal = draw.chance(30) ? draw.of("a", "b") : "";
        return new Decision(id, at, outcome, draw.of("", "no need"), "", null, draw.chance(25), deal);
    }
}
