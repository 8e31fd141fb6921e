package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Happening;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * All calls of all files, each message id once, in little memory: a call is a row of six numbers ({@link Row}). What
 * calls have in common is kept once and numbered: whom they name and what they tell of them (words), and what happened
 * (shapes).
 *
 * <p>In this order: several threads {@link Feeder feed} it; {@link #settle} lets each id count once and tells for which
 * the contents are needed once more; {@link #gather} finds out who is who and sorts the calls by lead.
 */
public final class CallLog {
    /** The highest number that a file may have. */
    public static final int FILE_MAX = Row.FILE_MAX;

    private static final int PARTITION_BITS = 6;
    /** Calls are split by the hashes of their ids, so that each part can be looked at for itself. */
    static final int PARTITIONS = 1 << PARTITION_BITS;
    /** Of the memory that Java may use, so much of a hundred is for rows: the rest is for what leads tell. */
    private static final int SHARE = 38;
    /** Beyond that, addresses would need more room. */
    private static final long ADDRESSED_MAX = 1L << 31;

    private final SpareBlocks spare = new SpareBlocks();
    private final List<Partition> partitions = new ArrayList<>();
    private final Numbered<Word> words = new Numbered<>();
    private final Numbered<Happening> shapes = new Numbered<>();
    private final SharedTable wordsByBytes = new SharedTable();
    private final SharedTable anonymous = new SharedTable();
    /** How many numbers of rows may be in memory. */
    private final long limit;

    private final LongAdder inMemory = new LongAdder();
    private CompletableFuture<Introduced> others = CompletableFuture.completedFuture(Introduced.of(List.of()));
    private volatile boolean isSpilled;
    private boolean isSettled;
    private BelievedWords believed = BelievedWords.ALL;

    /** A log that keeps in memory what fits, and has temporary files for the rest. */
    public CallLog() {
        this(Math.min(ADDRESSED_MAX, Runtime.getRuntime().maxMemory() / 100 * SHARE / Long.BYTES));
    }

    /**
     * A log with a limit of its own.
     *
     * @param limit how many numbers of rows may be in memory
     */
    public CallLog(long limit) {
        this.limit = limit;
        // one more, for the calls that are settled in a second reading
        for (int i = 0; i <= PARTITIONS; i++) {
            partitions.add(new Partition(spare));
        }
    }

    static int partition(long idHash) {
        return (int) idHash & (PARTITIONS - 1);
    }

    public Feeder feeder() {
        return new Feeder(this);
    }

    /** The number of whom a call names and what it tells of them; equal ones have one number. */
    public int word(Sighting call) {
        return words.number(Word.of(call));
    }

    /** The same for a caller who remembers the number himself, so that it need not be found again. */
    public int wordOnce(Sighting call) {
        return words.append(Word.of(call));
    }

    /** The number of what happened, whenever and by whomever; negative for a call that is no event. */
    public int shape(Sighting call) {
        Event event = call.event();
        return event == null ? -1 : shapes.number(event.happening());
    }

    /** The numbers of words, by the bytes of calls that tell them. */
    public SharedTable wordsByBytes() {
        return wordsByBytes;
    }

    /** The numbers of anonymous ids. */
    public SharedTable anonymous() {
        return anonymous;
    }

    /** Adds a call that was read in full. */
    public void add(Feeder feeder, Sighting call, long fingerprint) {
        String browser = call.keys().anonymous();
        feeder.begin(call.order());
        feeder.add(call.at(), fingerprint, word(call), browser == null ? -1 : anonymous.number(browser), shape(call));
    }

    void append(int partition, long[] rows, int filled) {
        partitions.get(isSettled ? PARTITIONS : partition).append(rows, filled);
        if (!isSpilled && !isSettled) {
            inMemory.add(filled);
            if (inMemory.sum() > limit) {
                spill();
            }
        }
    }

    /** Too much for memory: everything goes to files, and on in files. */
    private synchronized void spill() {
        if (!isSpilled) {
            partitions.subList(0, PARTITIONS).forEach(Partition::spill);
            isSpilled = true;
        }
    }

    boolean isSpilled() {
        return isSpilled;
    }

    long limit() {
        return limit;
    }

    /**
     * Lets each message id count once.
     *
     * @return the ids of which copies of one time differ: of each, the one that counts is to be added once more
     */
    public Set<String> settle() {
        Set<String> tied = partitions.parallelStream()
                .flatMap(each -> each.settle().stream())
                .collect(Collectors.toSet());
        isSettled = true;
        return tied;
    }

    /** Calls that were seen before. */
    public long duplicates() {
        return partitions.stream().mapToLong(Partition::duplicates).sum();
    }

    /** Calls of a file that were seen before, in it or in one of a lesser number. */
    public long duplicates(int file) {
        return partitions.stream().mapToLong(each -> each.duplicates(file)).sum();
    }

    /** Message ids of which the copies do not all say the same. */
    public long differing() {
        return partitions.stream().mapToLong(Partition::differing).sum();
    }

    /** How many calls count. */
    public long size() {
        return partitions.stream().mapToLong(Partition::size).sum();
    }

    /** The names of all that was tracked, after all calls were added. */
    public Set<String> tracked() {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).type() == EventType.TRACK) {
                names.add(shapes.get(i).name());
            }
        }
        return names;
    }

    /** When the newest event or act occurred. */
    public Newest newest(long now) {
        return Newest.of(partitions, now, words);
    }

    /**
     * Takes in what else was seen than calls, all of it, as soon as it is known. Whom it names is found out while calls
     * are read: the list must not be changed any more.
     */
    public void takeIn(CompletableFuture<List<Sighting>> seen) {
        others = seen.thenApplyAsync(Introduced::of);
    }

    /** Finds out who is who and puts together what is known of each lead. */
    public Gathering gather() {
        Introduced introduced = Introduced.result(others);
        believed = BelievedWords.of(this);
        Roster roster = new Roster(this, introduced);
        return new Gathering(roster.identities(), new SortedCalls(this, roster, introduced.sightings()));
    }

    /** The number of the word of a row, as it is believed. */
    int word(long[] rows, int row) {
        return believed.word(rows, row);
    }

    /** Visits each call that counts, by several threads. */
    void forEach(RowVisitor visitor) {
        partitions.parallelStream().forEach(each -> each.forEachThatCounts(visitor));
    }

    SpareBlocks spare() {
        return spare;
    }

    List<Partition> partitions() {
        return partitions;
    }

    Numbered<Word> words() {
        return words;
    }

    Numbered<Happening> shapes() {
        return shapes;
    }
}
