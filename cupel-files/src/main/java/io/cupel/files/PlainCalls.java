package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.ByteTable;
import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.text.Refusal;

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

    private final PlainNodes nodes = new PlainNodes();
    private final PlainClock clock;
    private final CallLog log;
    private final Feeder feeder;
    private final PartReader parts;
    private final Unreadables unreadables;
    private final PlainKinds kinds;
    private final ByteTable shapes = new ByteTable();
    private final KeyBytes key = new KeyBytes();

    PlainCalls(Contract contract, PartReader parts, PlainClock clock, Unreadables unreadables, Target target) {
        this.clock = clock;
        this.log = target.log();
        this.feeder = target.feeder();
        this.parts = parts;
        this.unreadables = unreadables;
        this.kinds = new PlainKinds(contract, parts);
    }

    /** Where calls go. */
    record Target(CallLog log, Feeder feeder) {}

    /**
     * Takes a call into the log; false where it has to be read in full.
     *
     * @param bytes of which {@link JsonText#SLACK} more than until may be looked at
     */
    boolean take(byte[] bytes, int from, int until) {
        try {
            return nodes.read(bytes, from, until, CallReader.ENVELOPE_NAMES)
                    && nodes.isPlainId(nodes.messageId())
                    && isWhoPlain()
                    && clock.read(nodes)
                    && takePlain();
        } catch (Refusal refusal) {
            return false; // reading it in full says why
        }
    }

    /** Whether it is clear by which keys the call names whom. */
    private boolean isWhoPlain() {
        int browser = nodes.anonymousId();
        return nodes.scan.isTold(browser) ? nodes.isPlainId(browser) : nodes.isPlainId(nodes.userId());
    }

    private boolean takePlain() throws Refusal {
        PlainKinds.Kind kind = kinds.of(nodes);
        if (kind == null) {
            return false;
        }
        int shape = shape(kind);
        if (shape < 0) {
            return false;
        }
        int word = word(kind);
        int id = nodes.messageId();
        feeder.begin(nodes.bytes, nodes.start(id), nodes.length(id));
        feeder.add(clock.at(), nodes.scan.fingerprint(), word, browser(), shape);
        return true;
    }

    private int browser() {
        int browser = nodes.anonymousId();
        return nodes.scan.isTold(browser)
                ? log.anonymous().number(nodes.bytes, nodes.start(browser), nodes.length(browser))
                : -1;
    }

    private int shape(PlainKinds.Kind kind) throws Refusal {
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

    private int word(PlainKinds.Kind kind) throws Refusal {
        // What the kind tells depends on it; of others the kind makes no difference.
        int which = kind.hasTraits() || !kind.told().isEmpty() ? kind.number() + 1 : 0;
        key.clear().add(which & 0xFF).add(which >> 8).add(nodes.scan, nodes.bytes, nodes.userId());
        key.add(nodes.scan, nodes.bytes, nodes.contextTraits());
        key.add(nodes.scan, nodes.bytes, kind.hasTraits() ? nodes.traits() : JsonScan.NONE);
        int known = log.wordsByBytes().get(key.bytes(), 0, key.length());
        return known == ByteTable.UNKNOWN ? learn() : known;
    }

    private int learn() throws Refusal {
        long before = unreadables.count();
        Sighting word = parts.word(nodes);
        if (word.values().isEmpty() && key.length() <= WORD_LENGTH_MAX) {
            int number = log.wordOnce(word);
            log.wordsByBytes().put(key.bytes(), 0, key.length(), number);
            return number;
        }
        int number = log.word(word);
        // What could not be read is counted each time.
        boolean isReadable = unreadables.count() == before;
        if (isReadable && key.length() <= WORD_LENGTH_MAX && number < WORDS_MAX) {
            log.wordsByBytes().put(key.bytes(), 0, key.length(), number);
        }
        return number;
    }
}
