package io.cupel.files.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one lead or visitor does, call by call, within a number of calls that is given. What robots do comes on top of
 * it.
 */
final class Stream {
    private static final String HEX = "0123456789abcdef";
    private static final int ID_DIGITS = 16;

    /** Marks device ids, so that none equals a message id. */
    private static final long OF_DEVICES = 0x5deece66dL << 24;

    /** Calls of one stream are fewer than this, so that all ids differ. */
    private static final int CALLS_MOST_BITS = 22;

    private final long key;
    private final Actor actor;
    private final String device;
    private final long last;
    private final List<Call> calls = new ArrayList<>();
    private int left;
    private int robots;

    /**
     * Who does it all.
     *
     * @param number no other actor of this seed has it
     * @param user the user id; null for a visitor who stays unknown
     * @param knownFrom from when on calls tell the user id
     * @param agent how the browser names itself
     */
    record Actor(long number, @Nullable String user, long knownFrom, String agent) {}

    /**
     * An empty stream.
     *
     * @param left how many calls there are to be
     */
    Stream(long seed, Actor actor, Year year, int left) {
        this.key = Dice.mixed(seed) + (actor.number() << CALLS_MOST_BITS);
        this.actor = actor;
        this.device = "d-" + hex(Dice.mixed(key ^ OF_DEVICES));
        this.last = year.end() - 1;
        this.left = left;
    }

    /** How many calls may follow. */
    int left() {
        return left;
    }

    /** How many of the calls robots made. */
    int robots() {
        return robots;
    }

    /** In the order in which they happened. */
    List<Call> calls() {
        calls.sort(Comparator.comparingLong(Call::at));
        return calls;
    }

    void page(long at, Site.Page page, Source.@Nullable Campaign campaign) {
        add(call(Call.Kind.PAGE, page.title(), at, page.facts(), campaign, actor.agent()));
    }

    /** Something done in a browser. */
    void track(long at, String name, List<Fact> facts) {
        add(call(Call.Kind.TRACK, name, at, facts, null, actor.agent()));
    }

    void identify(long at, List<Fact> traits, Source.@Nullable Campaign campaign) {
        add(call(Call.Kind.IDENTIFY, "", at, traits, campaign, actor.agent()));
    }

    void group(long at, String group, List<Fact> traits) {
        add(call(Call.Kind.GROUP, group, at, traits, null, actor.agent()));
    }

    /** Something about a mail, told by the server that sent it. */
    void mail(long at, String name, List<Fact> facts) {
        add(call(Call.Kind.TRACK, name, at, facts, null, ""));
    }

    /** A robot's click in a mail, on top of what the lead does. */
    void scanned(long at, List<Fact> facts) {
        calls.add(call(Call.Kind.TRACK, "Email Link Clicked", at, facts, null, Agents.SCANNER));
        robots++;
    }

    private void add(Call call) {
        if (left < 1) {
            throw new IllegalStateException("a stream has no more calls than were planned");
        }
        left--;
        calls.add(call);
    }

    private Call call(
            Call.Kind kind,
            String name,
            long wanted,
            List<Fact> facts,
            Source.@Nullable Campaign campaign,
            String usedAgent) {
        long at = Math.min(wanted, last);
        String told = at >= actor.knownFrom() ? actor.user() : null;
        String by = usedAgent.isEmpty() || usedAgent.equals(Agents.SCANNER) ? null : device;
        String id = hex(Dice.mixed(key + calls.size()));
        return new Call(kind, name, id, told, by, at, at, Call.UNTOLD, Call.UNTOLD, facts, campaign, usedAgent);
    }

    private static String hex(long number) {
        char[] digits = new char[ID_DIGITS];
        for (int i = 0; i < ID_DIGITS; i++) {
            digits[i] = HEX.charAt((int) (number >>> (4 * (ID_DIGITS - 1 - i))) & 15);
        }
        return new String(digits);
    }
}
