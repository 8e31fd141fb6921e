package io.cupel.files.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Rows in one file, sorted by lead. First they are dealt out to files of some leads each, of which every one fits in
 * memory; these are sorted one after the other.
 */
final class FiledRows implements RowsByLead {
    private static final int FILES_MAX = 256;

    private final RowFile sorted = new RowFile();
    /** Where in the file the rows of each lead begin. */
    private final long[] starts;

    /**
     * Sorts rows.
     *
     * @param leadOf the lead of each row
     * @param sizes how many numbers the rows of each lead are
     * @param limit how many numbers may be in memory
     */
    FiledRows(List<Partition> partitions, Roster leadOf, AtomicIntegerArray sizes, long limit) {
        this.starts = new long[sizes.length() + 1];
        for (int place = 0; place < sizes.length(); place++) {
            starts[place + 1] = starts[place] + sizes.get(place);
        }
        int[] groups = groups(limit);
        int count = groups.length == 0 ? 0 : groups[groups.length - 1] + 1;
        List<RowFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(new RowFile());
        }
        for (Partition partition : partitions) {
            partition.forEachThatCounts((rows, row) -> {
                int place = leadOf.place(rows, row);
                if (place >= 0) {
                    Row.setPlace(rows, row, place);
                    files.get(groups[place]).append(rows, row, Row.size(rows, row));
                }
            });
            partition.forget();
        }
        int first = 0;
        for (RowFile file : files) {
            first = sort(file, first);
            file.close();
        }
        sorted.flush();
    }

    /** By place of the lead, the number of its file: a new one begins where a file would not fit in memory. */
    private int[] groups(long limit) {
        int[] groups = new int[starts.length - 1];
        long room = Math.max(limit / 4, starts[groups.length] / (FILES_MAX - 1) + 1);
        int group = 0;
        int first = 0;
        for (int place = 0; place < groups.length; place++) {
            if (starts[place + 1] - starts[first] > room && place > first) {
                group++;
                first = place;
            }
            groups[place] = group;
        }
        return groups;
    }

    /** Appends the rows of a file to the sorted ones; gives the lead behind its last. */
    private int sort(RowFile file, int first) {
        file.flush();
        long[] rows = new long[Math.toIntExact(file.size())];
        int last = first;
        while (last < starts.length - 1 && starts[last + 1] - starts[first] <= rows.length) {
            last++;
        }
        long[] next = Arrays.copyOfRange(starts, first, last + 1);
        file.forEach((from, row) -> {
            int place = Row.place(from, row) - first;
            int size = Row.size(from, row);
            System.arraycopy(from, row, rows, (int) (next[place] - starts[first]), size);
            next[place] += size;
        });
        sorted.append(rows, 0, rows.length);
        return last;
    }

    @Override
    public int most(int place) {
        return (int) ((starts[place + 1] - starts[place]) / Row.ID);
    }

    @Override
    public void forEach(int place, RowVisitor visitor) {
        int size = Math.toIntExact(starts[place + 1] - starts[place]);
        long[] rows = sorted.read(starts[place], size);
        for (int row = 0; row < size; row += Row.size(rows, row)) {
            visitor.row(rows, row);
        }
    }
}
