package io.cupel.files;

import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.parquet.ParquetTable;
import io.cupel.files.parquet.PartedRows;
import io.cupel.files.parquet.PartedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quick way of the calls of a Parquet file into the log, as {@link PlainCalls} is that of lines: what many calls
 * have in common is read once by {@link CallReader}, and only numbers are had of each row. Rows in which anything is
 * unusual are left to the table. Not for several threads.
 */
final class PartedCalls {
    private static final int WHAT = 0;

    private final EventFiles.Setting setting;
    private final CallLog log;
    private final Feeder feeder;

    PartedCalls(EventFiles.Setting setting, CallLog log, Feeder feeder) {
        this.setting = setting;
        this.log = log;
        this.feeder = feeder;
    }

    /** Takes the rows that can be taken so, and gives how many they are; the table gives the others afterwards. */
    long take(ParquetTable table, CallRows rows) throws IOException {
        CallParts parts = CallParts.of(rows, table.header().size());
        if (parts == null || !PartedTable.isPossible(table, parts.places(CallParts.TIMES))) {
            return 0;
        }
        List<List<Integer>> groups = new ArrayList<>(List.of(parts.others()));
        parts.places(CallParts.WHO).forEach(place -> groups.add(List.of(place)));
        int id = parts.places(List.of(CallPart.MESSAGE_ID)).get(0);
        PartedTable parted = new PartedTable(table, new PartedTable.Plan(id, parts.places(CallParts.TIMES), groups));
        PartedTaking taking = taking(parted, parts, rows);
        if (taking == null) {
            return 0;
        }
        BitSet left = take(parted, taking);
        parted.leave(left);
        return taking.taken();
    }

    /** What is known of the file's parts; null where it is better read row by row. */
    private @Nullable PartedTaking taking(PartedTable parted, CallParts parts, CallRows rows) throws IOException {
        PartMeanings meanings = new PartMeanings(parted, new PartReading(setting), log);
        PartNumbers whats = meanings.whats(WHAT, rows);
        if (whats == null) {
            return null;
        }
        List<PartedTaking.Ids> ids = new ArrayList<>();
        for (CallPart part : CallParts.WHO) {
            Integer place = parts.places().get(part);
            PartNumbers numbers = place == null ? new PartNumbers() : meanings.ids(groupOf(part, parts), place, part);
            if (numbers == null) {
                return null;
            }
            ids.add(new PartedTaking.Ids(place == null ? PartedTaking.NO_COLUMN : groupOf(part, parts), numbers));
        }
        return new PartedTaking(meanings, whats, ids, parts.times(), new PartedTaking.Target(setting.clock(), feeder));
    }

    /** Which of the parts of rows it is. */
    private static int groupOf(CallPart part, CallParts parts) {
        List<CallPart> told =
                CallParts.WHO.stream().filter(parts.places()::containsKey).toList();
        return WHAT + 1 + told.indexOf(part);
    }

    /** Takes rows; gives the numbers of those that are left. */
    private static BitSet take(PartedTable parted, PartedTaking taking) throws IOException {
        BitSet left = new BitSet();
        try (PartedRows rows = parted.read()) {
            for (int count = rows.next(); count > 0; count = rows.next()) {
                taking.take(rows, count, left);
            }
        }
        return left;
    }
}
