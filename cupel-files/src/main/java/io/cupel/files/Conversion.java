package io.cupel.files;

import io.cupel.files.columns.MapFault;
import io.cupel.files.columns.TableKind;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes files of one kind as one file of another form. What is written reads as what was read. */
public final class Conversion {
    private Conversion() {}

    /**
     * What is to be written.
     *
     * @param in files of one kind, in order
     * @param kind of them; null where their content is to tell it
     * @param form to write
     * @param packed whether it is packed with gzip; Parquet packs itself
     * @param manner how tables are read, mapping files among it; a zone of null is UTC
     */
    public record Order(List<Path> in, @Nullable Kind kind, Form form, boolean packed, LeadFiles.Manner manner) {
        public Order {
            in = List.copyOf(in);
            if (in.isEmpty() || (packed && form == Form.PARQUET)) {
                throw new IllegalArgumentException("something is converted, and Parquet packs itself");
            }
        }
    }

    /**
     * What became of what was read: {@code read} = {@code written} + {@code duplicates} + rejected +
     * {@code passedOver}.
     *
     * @param kind of the rows that were written
     * @param duplicates copies that say the same, word for word
     * @param rejected reason to number
     * @param passedOver rows and lines that hold nothing
     */
    public record Result(
            TableKind kind, long read, long written, long duplicates, Map<String, Long> rejected, long passedOver) {
        public Result {
            rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        }
    }

    /**
     * Reads all files and writes them.
     *
     * @param target which is replaced; where the writing fails, what stands there is of no use
     * @throws FileFault if a file cannot be used at all, or, if strict, at the first row that cannot
     * @throws MapFault if a mapping file has faults
     * @throws IOException if a file cannot be read, or the target not written
     */
    public static Result run(Order order, Path target, LeadFiles.Listener listener) throws IOException {
        for (Path file : order.in()) {
            Source.expectRegular(file);
        }
        TableMaps maps = TableMaps.read(order.manner().maps());
        Kind kind = order.kind() == null ? kind(order.in(), maps) : order.kind();
        Rejections rejections = new Rejections(listener, order.manner().strict());
        Progress progress = new Progress(listener);
        Result result = kind == Kind.LEADS
                ? new LeadConversion(order, maps, listener, rejections, progress).run(target)
                : new CallConversion(order, kind, maps, listener, rejections, progress).run(target);
        progress.finish();
        return result;
    }

    /** What the content of the files says they are. */
    private static Kind kind(List<Path> files, TableMaps maps) throws IOException {
        Kind first = KindOf.file(files.get(0), maps);
        for (Path file : files) {
            Kind kind = KindOf.file(file, maps);
            if (kind != first) {
                throw new FileFault(
                        file.toString(),
                        "holds " + kind.written() + ", and " + files.get(0) + " holds " + first.written()
                                + "; convert one kind at a time, or say which with --kind");
            }
        }
        return first;
    }
}
