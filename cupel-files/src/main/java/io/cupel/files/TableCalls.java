package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of all that tables tell: rows in the order in which they have the last word, then what the leads did, then
 * what sales did, as it happened. A row that says what a later one says again is told once, in the later one's place.
 */
final class TableCalls {
    private static final int DIGITS = 19;
    private static final long TABLE = 1_000_000_000_000L;

    private final RowCalls calls;
    private final List<Path> files;
    private final IdentityHashMap<Keys, Place> places = new IdentityHashMap<>();

    /** Where something stands. */
    record Place(String file, long line) {
        static final Place NONE = new Place("", 0);
    }

    /** Takes calls. */
    interface Taker {
        void take(Map<String, @Nullable Object> call, Keys keys, Place place) throws IOException;
    }

    /** @param files by the numbers of their tables */
    TableCalls(String currency, List<Path> files) {
        this.calls = new RowCalls(currency);
        this.files = files;
    }

    void forEach(List<Sighting> told, Taker taker) throws IOException {
        List<Sighting> rows = new ArrayList<>();
        List<Sighting> events = new ArrayList<>();
        List<Sighting> acts = new ArrayList<>();
        for (Sighting each : told) {
            if (each.fromRow()) {
                rows.add(each);
                places.put(each.keys(), place(each.order()));
            } else {
                (each.event() != null ? events : acts).add(each);
            }
        }
        rows.sort(Comparator.comparing(Sighting::order, CodePointOrder.INSTANCE));
        events.sort(Comparator.comparing(each -> event(each), Event.ORDER));
        acts.sort(Comparator.comparing(each -> act(each), Act.ORDER));
        giveRows(rows, taker);
        for (List<Sighting> some : List.of(events, acts)) {
            for (Sighting each : some) {
                taker.take(calls.of(each), each.keys(), places.getOrDefault(each.keys(), Place.NONE));
            }
        }
    }

    private void giveRows(List<Sighting> rows, Taker taker) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            last.put(id(calls.of(rows.get(i))), i);
        }
        for (int i = 0; i < rows.size(); i++) {
            Sighting row = rows.get(i);
            Map<String, @Nullable Object> call = calls.of(row);
            if (Objects.equals(last.get(id(call)), i)) {
                taker.take(call, row.keys(), place(row.order()));
            }
        }
    }

    private static String id(Map<String, @Nullable Object> call) {
        return String.valueOf(call.get(CallPart.MESSAGE_ID.written()));
    }

    private static Event event(Sighting each) {
        return Objects.requireNonNull(each.event());
    }

    private static Act act(Sighting each) {
        return Objects.requireNonNull(each.act());
    }

    /** As {@link RowOrder} wrote it. */
    private Place place(String order) {
        if (order.length() != 2 * DIGITS) {
            return Place.NONE;
        }
        long place = Long.parseLong(order.substring(DIGITS));
        int table = (int) (place / TABLE);
        return table < files.size() ? new Place(files.get(table).toString(), place % TABLE) : Place.NONE;
    }
}
