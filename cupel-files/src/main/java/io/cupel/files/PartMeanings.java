package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.ByteTable;
import io.cupel.files.log.CallLog;
import io.cupel.files.parquet.PartedTable;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the different parts of the calls of a table, each once. Not for several threads. */
final class PartMeanings {
    /** The part is left to the reading of whole calls. */
    static final int ODD = Integer.MIN_VALUE;
    /** The part is empty. */
    static final int NONE = -1;

    private static final int WHATS_MAX = 1 << 17;
    private static final int IDS_MAX = 1 << 24;
    /** No call of such parts is nearly as long as a call may be. */
    private static final int WHAT_LENGTH_MAX = 3_000;

    private static final int ID_LENGTH_MAX = 400;
    /** No kind of calls in JSON has this number. */
    private static final int OF_TABLES = 0xFF;

    private static final long CALL = Fingerprint.ofSign(Fingerprint.ROOT, Fingerprint.OBJECT);

    private final PartedTable table;
    private final PartReading reading;
    private final CallLog log;
    private final KeyBytes key = new KeyBytes();
    private final List<Sighting> events = new ArrayList<>();

    PartMeanings(PartedTable table, PartReading reading, CallLog log) {
        this.table = table;
        this.reading = reading;
        this.log = log;
    }

    /** What happened, by places in {@link #shape}; null where the file is better read row by row. */
    @Nullable
    PartNumbers whats(int part, CallRows rows) throws IOException {
        PartNumbers whats = new PartNumbers();
        long[] odd = {0};
        boolean isWhole = table.repeats(part)
                && table.each(part, WHATS_MAX, (number, cells, count) -> {
                    Map<String, @Nullable Object> call = call(rows, cells);
                    Sighting event = call == null ? null : reading.what(call);
                    if (call == null || event == null) {
                        odd[0] += count;
                        return whats.add(number, 0, ODD);
                    }
                    events.add(event);
                    return whats.add(number, CallReader.fingerprint(call), events.size() - 1);
                });
        return isWhole && odd[0] <= table.rows() / 2 ? whats : null;
    }

    /** The call that a row with nothing but its cells of the first part tells; null where it tells other parts too. */
    private static @Nullable Map<String, @Nullable Object> call(CallRows rows, List<String> cells) {
        try {
            Map<String, @Nullable Object> call = rows.call(cells);
            boolean isShort = cells.stream().mapToInt(String::length).sum() <= WHAT_LENGTH_MAX;
            return !isShort || CallParts.tellsOwn(call) ? null : call;
        } catch (Refusal refusal) {
            return null; // reading it in full says why
        }
    }

    /** The numbers in the log of what happened, {@link #ODD} until somebody asks: what no call tells is not told it. */
    int[] shapes() {
        int[] shapes = new int[events.size()];
        Arrays.fill(shapes, ODD);
        return shapes;
    }

    /** The number in the log of what happened. */
    int shape(int event) {
        return log.shape(events.get(event));
    }

    /**
     * Ids of one kind: the words of user ids, the numbers of anonymous ids.
     *
     * @return null where the file is better read row by row
     */
    @Nullable
    PartNumbers ids(int part, int column, CallPart kind) throws IOException {
        PartNumbers ids = new PartNumbers();
        boolean isWhole = table.each(part, IDS_MAX, (number, cells, count) -> {
            String id = cells.get(column);
            if (id.isBlank()) {
                return ids.add(number, 0, NONE);
            }
            if (id.length() > ID_LENGTH_MAX || !id.equals(CallKeys.id(id))) {
                return ids.add(number, 0, ODD);
            }
            int meaning = kind == CallPart.USER_ID ? word(id) : browser(id);
            return ids.add(number, Fingerprint.of(Map.of(kind.written(), id)) - CALL, meaning);
        });
        return isWhole ? ids : null;
    }

    private int browser(String id) {
        byte[] letters = id.getBytes(StandardCharsets.UTF_8);
        return log.anonymous().number(letters, 0, letters.length);
    }

    /** The number in the log of whom a user id names, empty for nobody; {@link #ODD} where it is left. */
    int word(String user) {
        key.clear().add(OF_TABLES).add(OF_TABLES);
        for (byte letter : user.getBytes(StandardCharsets.UTF_8)) {
            key.add(letter);
        }
        int hash = key.hash();
        int known = log.wordsByBytes().get(key.bytes(), key.length(), hash);
        if (known != ByteTable.UNKNOWN) {
            return known;
        }
        Sighting who = reading.who(user);
        if (who == null) {
            return ODD;
        }
        int word = log.wordOnce(who);
        log.wordsByBytes().put(key.bytes(), key.length(), hash, word);
        return word;
    }
}
