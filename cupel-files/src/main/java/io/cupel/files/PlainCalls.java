package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.ByteTable;
import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.text.Refusal;
import java.util.Arrays;

/**
 * The quick way of a call from its bytes into the log. It decides nothing: what a call means is made out by
 * {@link CallReader} alone, once for each different part of calls, and remembered by the bytes of that part. A call in
 * which anything is unusual is left to be read in full. Not for several threads.
 */
final class PlainCalls {
    /** So many shapes are remembered; a contract may look at facts that are new in every event. */
    private static final int SHAPES_MAX = 1 << 17;
    /** So long are the traits that are remembered, and of so many words. */
    private static final int WORD_LENGTH_MAX = 1_000;

    private static final int WORDS_MAX = 1 << 21;

    /** So many lines are glanced at before the first of them is taken. */
    static final int AHEAD = 16;

    private final PlainClock clock;
    private final CallLog log;
    private final Feeder feeder;
    private final PartReader parts;
    private final Unreadables unreadables;
    private final PlainKinds kinds;
    private final ByteTable shapes = new ByteTable();
    /** Which choices allow profiling. */
    private final ByteTable choices = new ByteTable();

    private final KeyBytes key = new KeyBytes();
    private final Glance[] glances = new Glance[AHEAD];
    private final int[] hashes = new int[AHEAD];

    PlainCalls(Contract contract, PartReader parts, PlainClock clock, Unreadables unreadables, Target target) {
        this.clock = clock;
        this.log = target.log();
        this.feeder = target.feeder();
        this.parts = parts;
        this.unreadables = unreadables;
        this.kinds = new PlainKinds(contract, parts);
        Arrays.setAll(glances, i -> new Glance());
    }

    /** Where calls go. */
    record Target(CallLog log, Feeder feeder) {}

    /**
     * Glances at a line. Where the memory of many leads is far away, to fetch it takes as long as to read a call; for
     * several at once it takes no longer than for one.
     *
     * @param place of the line among those that are glanced at
     * @param bytes of which {@link JsonText#SLACK} more than until may be looked at
     */
    void glance(int place, byte[] bytes, int from, int until) {
        Glance glance = glances[place];
        PlainNodes nodes = glance.nodes;
        glance.kind = null;
        try {
            if (nodes.read(bytes, from, until, CallReader.ENVELOPE_NAMES)
                    && !nodes.scan.isTold(nodes.top(CallPart.POSITION))
                    && !nodes.scan.isTold(nodes.top(CallPart.KEY_ORIGIN))
                    && !nodes.scan.isTold(nodes.top(CallPart.AS_OF_EXPORT))
                    && nodes.isPlainId(nodes.messageId())
                    && isWhoPlain(nodes)
                    && mayProfile(nodes)
                    && clock.read(nodes)) {
                glance.at = clock.at();
                glance.kind = kinds.of(nodes);
            }
        } catch (Refusal refusal) {
            glance.kind = null; // reading it in full says why
        }
        hashes[place] = glance.kind == null ? 0 : word(glance, glance.kind);
    }

    /** Has the memory fetched for all that was glanced at. */
    void approach(int count) {
        log.wordsByBytes().approach(hashes, count);
    }

    /** Takes a call that was glanced at into the log; false where it has to be read in full. */
    boolean take(int place) {
        Glance glance = glances[place];
        PlainKinds.Kind kind = glance.kind;
        try {
            return kind != null && take(glance, kind);
        } catch (Refusal refusal) {
            return false; // reading it in full says why
        }
    }

    /** Whether it is clear by which keys the call names whom. */
    private static boolean isWhoPlain(PlainNodes nodes) {
        if (nodes.scan.isTold(nodes.top(CallPart.LEAD))) {
            return false; // whom it means, tables of leads tell
        }
        int browser = nodes.anonymousId();
        return nodes.scan.isTold(browser) ? nodes.isPlainId(browser) : nodes.isPlainId(nodes.userId());
    }

    /** Pages send the same choices with each call. */
    private boolean mayProfile(PlainNodes nodes) throws Refusal {
        int consent = nodes.consent();
        if (!nodes.scan.isTold(consent)) {
            return true;
        }
        key.clear().add(nodes.scan, nodes.bytes, consent);
        int hash = key.hash();
        int known = choices.get(key.bytes(), 0, key.length(), hash);
        if (known == ByteTable.UNKNOWN) {
            known = parts.withholdsProfiling(nodes) ? 0 : 1;
            if (choices.size() < SHAPES_MAX) {
                choices.put(key.bytes(), 0, key.length(), hash, known);
            }
        }
        return known == 1;
    }

    private boolean take(Glance glance, PlainKinds.Kind kind) throws Refusal {
        PlainNodes nodes = glance.nodes;
        int shape = shape(nodes, kind);
        if (shape < 0) {
            return false;
        }
        KeyBytes bytes = glance.word;
        int known = log.wordsByBytes().get(bytes.bytes(), bytes.length(), glance.wordHash);
        int word = known == ByteTable.UNKNOWN ? learn(glance) : known;
        int id = nodes.messageId();
        feeder.begin(nodes.bytes, nodes.start(id), nodes.length(id));
        feeder.add(glance.at, nodes.scan.fingerprint(), word, browser(nodes), shape);
        return true;
    }

    private int browser(PlainNodes nodes) {
        int browser = nodes.anonymousId();
        return nodes.scan.isTold(browser)
                ? log.anonymous().number(nodes.bytes, nodes.start(browser), nodes.length(browser))
                : -1;
    }

    private int shape(PlainNodes nodes, PlainKinds.Kind kind) throws Refusal {
        key.clear().add(kind.number() & 0xFF).add(kind.number() >> 8);
        for (PlainFact fact : kind.facts()) {
            if (!fact.add(nodes, key)) {
                return -1;
            }
        }
        int hash = key.hash();
        int known = shapes.get(key.bytes(), 0, key.length(), hash);
        if (known == ByteTable.UNKNOWN) {
            Sighting part = parts.event(nodes);
            boolean isOnlyEvent = part.act() == null && part.values().equals(kind.told());
            known = isOnlyEvent ? log.shape(part) : -1;
            if (shapes.size() < SHAPES_MAX) {
                shapes.put(key.bytes(), 0, key.length(), hash, known);
            }
        }
        return known;
    }

    private static int word(Glance glance, PlainKinds.Kind kind) {
        PlainNodes nodes = glance.nodes;
        // What the kind tells depends on it; of others the kind makes no difference.
        int which = kind.hasTraits() || !kind.told().isEmpty() ? kind.number() + 1 : 0;
        KeyBytes bytes = glance.word.clear().add(which & 0xFF).add(which >> 8);
        bytes.add(nodes.scan, nodes.bytes, nodes.userId());
        bytes.add(nodes.scan, nodes.bytes, nodes.contextTraits());
        bytes.add(nodes.scan, nodes.bytes, kind.hasTraits() ? nodes.traits() : JsonScan.NONE);
        glance.wordHash = bytes.hash();
        return glance.wordHash;
    }

    private int learn(Glance glance) throws Refusal {
        KeyBytes bytes = glance.word;
        long before = unreadables.count();
        Sighting word = parts.word(glance.nodes);
        if (word.values().isEmpty() && bytes.length() <= WORD_LENGTH_MAX) {
            int number = log.wordOnce(word);
            log.wordsByBytes().put(bytes.bytes(), bytes.length(), glance.wordHash, number);
            return number;
        }
        int number = log.word(word);
        // What could not be read is counted each time.
        boolean isReadable = unreadables.count() == before;
        if (isReadable && bytes.length() <= WORD_LENGTH_MAX && number < WORDS_MAX) {
            log.wordsByBytes().put(bytes.bytes(), bytes.length(), glance.wordHash, number);
        }
        return number;
    }
}
