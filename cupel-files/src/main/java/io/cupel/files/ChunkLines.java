package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.files.text.LineReader;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the calls out of the lines of a chunk of a log. Not for several threads. */
final class ChunkLines {
    /** Takes calls. */
    interface Taker {
        /** Glances at a line, one of {@link PlainCalls#AHEAD} that come next. */
        void glance(int place, byte[] bytes, int from, int until);

        /** So many lines were glanced at, and will be taken now. */
        void approach(int count);

        /** Takes a line as it stands, if it can make something of it; else it is read in full. */
        boolean take(int place);

        /** Takes a call that was read in full; gives what sales did, if the call tells that. */
        @Nullable
        Act call(Map<String, @Nullable Object> call) throws Refusal;
    }

    /** A line, or a call of a batch, that is not used. The line is counted from the first of the chunk. */
    record Refused(long line, String which, Refusal refusal, String raw) {}

    /** Where something that sales did is told. The line is counted from the first of the chunk. */
    record Met(long line, Act act) {}

    /** What came of a chunk. */
    record Result(Chunks.Chunk chunk, Tally tally, List<Refused> refused, List<Met> acts, Unreadables unreadables) {}

    /**
     * How many lines a chunk has, and what they hold.
     *
     * @param calls that are used
     * @param passedOver lines without a call
     * @param hasBatches whether a line holds several calls
     */
    record Tally(long lines, long calls, long passedOver, boolean hasBatches) {}

    private final LineCalls calls;
    private final Taker taker;
    private final Unreadables unreadables;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** Where the lines end that come next, each with a carriage return before the line feed. */
    private final int[] ends = new int[PlainCalls.AHEAD];

    private List<Refused> refused = new ArrayList<>();
    private List<Met> acts = new ArrayList<>();
    private long used;
    private long passedOver;
    private boolean hasBatches;

    ChunkLines(JsonTree json, Taker taker, Unreadables unreadables) {
        this.calls = new LineCalls(json);
        this.taker = taker;
        this.unreadables = unreadables;
    }

    /** Reads all lines of a chunk. */
    Result read(Chunks.Chunk chunk) throws IOException {
        byte[] bytes = chunk.bytes();
        refused = new ArrayList<>();
        acts = new ArrayList<>();
        used = 0;
        passedOver = 0;
        hasBatches = false;
        long lines = 0;
        for (int from = chunk.from(); from < chunk.until(); ) {
            int count = glance(bytes, from, chunk.until());
            for (int i = 0; i < count; i++) {
                lines++;
                unreadables.at(chunk.file(), lines);
                line(lines, i, bytes, from);
                from = ends[i] + 1;
            }
        }
        Unreadables found = new Unreadables();
        found.takeOver(unreadables, 0);
        return new Result(chunk, new Tally(lines, used, passedOver, hasBatches), refused, acts, found);
    }

    /** Glances at the next lines; gives how many they are. */
    private int glance(byte[] bytes, int first, int last) {
        int count = 0;
        int from = first;
        while (count < ends.length && from < last) {
            int end = JsonText.endOfLine(bytes, from, last);
            ends[count] = end;
            int until = withoutReturn(bytes, from, end);
            if (until - from <= LineCalls.EVENT_MAX) {
                taker.glance(count, bytes, from, until);
            }
            from = end + 1;
            count++;
        }
        taker.approach(count);
        return count;
    }

    private static int withoutReturn(byte[] bytes, int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private void line(long number, int place, byte[] bytes, int from) throws IOException {
        int end = ends[place];
        int until = withoutReturn(bytes, from, end);
        boolean isCut = end - from > CallLines.BATCH_MAX;
        boolean isTaken = until - from <= LineCalls.EVENT_MAX && taker.take(place);
        if (isTaken) {
            used++;
            return;
        }
        if (!isCut && isBlank(bytes, from, until)) {
            passedOver++;
            return;
        }
        int calls = inFull(number, bytes, from, until, isCut);
        passedOver += calls == 0 ? 1 : 0;
        hasBatches |= calls > 1;
    }

    /** How many calls the line holds; one that cannot be used counts as one. */
    private int inFull(long number, byte[] bytes, int from, int until, boolean isCut) throws IOException {
        try {
            if (isCut) {
                throw new Refusal(Reason.BATCH_TOO_LONG);
            }
            String text = text(bytes, from, until);
            return calls.visit(
                    text,
                    until - from,
                    call -> take(number, call),
                    (which, refusal, raw) -> refused.add(new Refused(number, which, refusal, raw)));
        } catch (Refusal refusal) {
            int shown = Math.min(until - from, LineReader.SHOWN_MAX);
            refused.add(new Refused(number, "", refusal, new String(bytes, from, shown, StandardCharsets.UTF_8)));
            return 1;
        }
    }

    private void take(long line, Map<String, @Nullable Object> call) throws Refusal {
        Act act = taker.call(call);
        used++;
        if (act != null) {
            acts.add(new Met(line, act));
        }
    }

    private static boolean isBlank(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private String text(byte[] bytes, int from, int until) throws Refusal {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, until - from)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Reason.NOT_UTF8);
        }
    }
}
