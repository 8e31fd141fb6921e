package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.SeenByLead;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** What was seen, sorted by lead, in memory: for each lead the addresses of its rows. */
final class SortedCalls implements SeenByLead {
    private final CallLog log;
    private final Calls calls;
    /** The rows of a lead are those from its start to the next one's. */
    private final int[] starts;

    /** In the arrays of all partitions, one behind the other. */
    private final int[] addresses;

    private final long[][] blocks;
    private final OthersByLead others;
    /** By place of the lead: whether a call about it tells something. */
    private final boolean[] toldOf;

    private final List<Sighting> strangers;

    SortedCalls(CallLog log, Roster roster, List<Sighting> others) {
        int leads = roster.identities().leads().size();
        this.log = log;
        this.calls = new Calls(log);
        this.others = new OthersByLead(others, roster, leads);
        this.strangers = new ArrayList<>(this.others.strangers());
        this.toldOf = new boolean[leads];
        this.starts = starts(roster, leads);
        this.addresses = new int[starts[leads]];
        AtomicIntegerArray next = new AtomicIntegerArray(starts);
        this.blocks = log.partitions().stream()
                .flatMap(partition -> partition.rows().blocks().stream())
                .toArray(long[][]::new);
        int[] bases = bases();
        IntStream.range(0, bases.length).parallel().forEach(partition -> {
            log.partitions().get(partition).rows().forEachAddress((rows, row, address) -> {
                if (!Row.isTied(rows, row) && Row.place(rows, row) >= 0) {
                    addresses[next.getAndIncrement(Row.place(rows, row))] = bases[partition] + address;
                }
            });
        });
    }

    /** The address of the first row of each partition. */
    private int[] bases() {
        int[] bases = new int[log.partitions().size()];
        int blocksBefore = 0;
        for (int i = 0; i < bases.length; i++) {
            bases[i] = RowBlocks.address(blocksBefore, 0);
            blocksBefore += log.partitions().get(i).rows().blocks().size();
        }
        return bases;
    }

    /** Notes in each row its lead; gives where those of each lead begin. */
    private int[] starts(Roster roster, int leads) {
        AtomicIntegerArray counts = new AtomicIntegerArray(leads);
        log.forEach((rows, row) -> {
            int place = roster.place(rows, row);
            Row.setPlace(rows, row, place);
            if (place >= 0) {
                counts.getAndIncrement(place);
                if (calls.tells(rows, row)) {
                    toldOf[place] = true;
                }
            } else if (calls.tellsOfCompany(rows, row)) {
                synchronized (strangers) {
                    strangers.add(calls.sighting(rows, row));
                }
            }
        });
        int[] sums = new int[leads + 1];
        for (int place = 0; place < leads; place++) {
            sums[place + 1] = Math.addExact(sums[place], counts.get(place));
        }
        return sums;
    }

    private long[] block(int address) {
        return blocks[RowBlocks.number(address)];
    }

    @Override
    public List<Event> events(int place) {
        EventOrder order = new EventOrder(starts[place + 1] - starts[place]);
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            int offset = RowBlocks.offset(addresses[i]);
            long[] block = block(addresses[i]);
            if (Row.shape(block, offset) >= 0) {
                order.add(Row.at(block, offset), addresses[i]);
            }
        }
        return order.events(address -> calls.event(block(address), RowBlocks.offset(address)));
    }

    @Override
    public List<Sighting> words(int place) {
        if (!toldOf[place]) {
            return others.of(place);
        }
        List<Sighting> words = new ArrayList<>(others.of(place));
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            int offset = RowBlocks.offset(addresses[i]);
            long[] block = block(addresses[i]);
            if (calls.tells(block, offset)) {
                words.add(calls.sighting(block, offset));
            }
        }
        return words;
    }

    @Override
    public List<Sighting> strangers() {
        return Collections.unmodifiableList(strangers);
    }
}
