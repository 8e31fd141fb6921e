package io.cupel.cli;

import io.cupel.files.LeadFiles;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.ZoneName;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tables are read, the same in every command that reads them. */
final class TableOptions {
    @Option(names = "--strict", description = "Stop at the first row that cannot be read, instead of passing it over.")
    private boolean strict;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "What the columns of a table mean, as cupel map proposes it; may be given several times.")
    private List<Path> maps = List.of();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            converter = OrderName.class,
            description = "day-first or month-first: how to read 3/4/2024 in columns that do not prove it themselves.")
    private @Nullable DateOrder dates;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "The zone of times without an offset in tables, such as Europe/Berlin."
                    + " Default: the contract's; in convert UTC.")
    private @Nullable ZoneId zone;

    /** The mapping files. */
    List<Path> maps() {
        return maps;
    }

    /** @param ignoreStages whether everybody is judged, whatever stage the source shows */
    LeadFiles.Manner manner(long now, boolean ignoreStages) {
        return new LeadFiles.Manner(now, strict, dates, zone, maps, ignoreStages);
    }

    /** Reads a time zone. */
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String written) {
            return ZoneName.read(written)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + written + "' is no zone: " + ZoneName.remedy(written)));
        }
    }

    /** Reads which number of a date is the day. */
    static final class OrderName implements ITypeConverter<DateOrder> {
        @Override
        public DateOrder convert(String written) {
            return Arrays.stream(DateOrder.values())
                    .filter(order -> order.written().equals(written.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + written + "' is neither day-first nor month-first"));
        }
    }
}
