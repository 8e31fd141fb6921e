package io.cupel.files;

import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table of events tell the parts of a call that are not the same in many: its id, whom it names,
 * when it occurred. It is found out by having rows read in which one cell stands alone.
 *
 * @param places the columns of these parts, counted from 0
 * @param others the columns that tell what happened
 */
record CallParts(Map<CallPart, Integer> places, List<Integer> others) {
    /** The parts that name whom. */
    static final List<CallPart> WHO = List.of(CallPart.USER_ID, CallPart.ANONYMOUS_ID);
    /** The parts that tell when. */
    static final List<CallPart> TIMES =
            List.of(CallPart.TIMESTAMP, CallPart.ORIGINAL, CallPart.SENT, CallPart.RECEIVED);
    /** The parts that have columns of their own. */
    private static final List<CallPart> OWN = Stream.of(List.of(CallPart.MESSAGE_ID), WHO, TIMES)
            .flatMap(List::stream)
            .toList();

    /** A text that may stand for an id as well as for a time. */
    private static final String SAMPLE = "2026-01-02T03:04:05Z";

    CallParts {
        places = Map.copyOf(places);
        others = List.copyOf(others);
    }

    /**
     * The columns of a table.
     *
     * @param width how many there are
     * @return null where several columns may tell the same part, none a message id, or one how far a call is believed
     */
    static @Nullable CallParts of(CallRows rows, int width) {
        Map<CallPart, Integer> places = new EnumMap<>(CallPart.class);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Map<String, @Nullable Object> told = told(rows, i, width);
            CallPart part = told == null ? null : own(told);
            boolean isOrigin = told != null && told.containsKey(LogPlace.KEY_ORIGIN);
            if (isOrigin || (part != null && places.put(part, i) != null)) {
                return null;
            }
            if (part == null && (told == null || !told.isEmpty())) {
                others.add(i);
            }
        }
        return places.containsKey(CallPart.MESSAGE_ID) && !others.isEmpty() ? new CallParts(places, others) : null;
    }

    /** What a row with nothing but this cell tells; null where it is refused. */
    private static @Nullable Map<String, @Nullable Object> told(CallRows rows, int place, int width) {
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        cells.set(place, SAMPLE);
        try {
            return rows.call(cells);
        } catch (Refusal refusal) {
            return null;
        }
    }

    private static @Nullable CallPart own(Map<String, @Nullable Object> told) {
        for (CallPart part : OWN) {
            if (told.equals(Map.of(part.written(), SAMPLE))) {
                return part;
            }
        }
        return null;
    }

    /** The columns of those of some parts that have one. */
    List<Integer> places(List<CallPart> parts) {
        return parts.stream()
                .filter(places::containsKey)
                .map(part -> Objects.requireNonNull(places.get(part)))
                .toList();
    }

    /** For each of {@link #TIMES}, the how manieth of those that have a column it is; -1 for the others. */
    int[] times() {
        List<CallPart> told = TIMES.stream().filter(places::containsKey).toList();
        return TIMES.stream().mapToInt(told::indexOf).toArray();
    }

    /** Whether a call tells one of the parts that have columns of their own, or its lead in another way. */
    static boolean tellsOwn(Map<String, @Nullable Object> call) {
        return call.containsKey(CallPart.LEAD.written())
                || call.containsKey(CallPart.AS_OF_EXPORT.written())
                || OWN.stream().anyMatch(part -> call.containsKey(part.written()));
    }
}
