package io.cupel.files.log;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.SeenByLead;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What was seen, sorted by lead. */
final class SortedCalls implements SeenByLead {
    private final Calls calls;
    private final RowsByLead rowsByLead;
    private final OthersByLead others;
    /** By place of the lead: whether a call about it tells something. */
    private final boolean[] toldOf;

    private final List<Sighting> strangers;

    SortedCalls(CallLog log, Roster roster, List<Sighting> others) {
        int leads = roster.identities().leads().size();
        this.calls = new Calls(log);
        this.others = new OthersByLead(others, roster, leads);
        this.strangers = new ArrayList<>(this.others.strangers());
        this.toldOf = new boolean[leads];
        this.rowsByLead = log.isSpilled()
                ? filed(log, roster, leads)
                : new HeldRows(log, (rows, row) -> placed(roster, rows, row), leads);
    }

    private RowsByLead filed(CallLog log, Roster roster, int leads) {
        AtomicIntegerArray sizes = new AtomicIntegerArray(leads);
        log.forEach((rows, row) -> {
            int place = placed(roster, rows, row);
            if (place >= 0) {
                sizes.getAndAdd(place, Row.size(rows, row));
            }
        });
        return new FiledRows(log.partitions(), roster, sizes, log.limit());
    }

    private int placed(Roster roster, long[] rows, int row) {
        int place = roster.place(rows, row);
        look(rows, row, place);
        return place;
    }

    /** Notes for whom a call tells something. */
    private void look(long[] rows, int row, int place) {
        if (place >= 0) {
            if (calls.tells(rows, row)) {
                toldOf[place] = true;
            }
        } else if (calls.tells(rows, row) && calls.tellsOfCompany(rows, row)) {
            synchronized (strangers) {
                strangers.add(calls.sighting(rows, row));
            }
        }
    }

    @Override
    public List<Event> events(int place) {
        List<Sighting> dated = others.of(place);
        EventOrder order = new EventOrder(rowsByLead.most(place) + dated.size());
        for (Sighting each : dated) {
            // made of a dated column
            if (each.event() != null) {
                order.add(each.event());
            }
        }
        rowsByLead.forEach(place, (rows, row) -> {
            if (Row.shape(rows, row) >= 0) {
                order.add(calls.event(rows, row));
            }
        });
        return order.events();
    }

    @Override
    public List<Sighting> words(int place) {
        if (!toldOf[place]) {
            return others.of(place);
        }
        List<Sighting> words = new ArrayList<>(others.of(place));
        rowsByLead.forEach(place, (rows, row) -> {
            if (calls.tells(rows, row)) {
                words.add(calls.sighting(rows, row));
            }
        });
        return words;
    }

    @Override
    public List<Sighting> strangers() {
        return Collections.unmodifiableList(strangers);
    }
}
