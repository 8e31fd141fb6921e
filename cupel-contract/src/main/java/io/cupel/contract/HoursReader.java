package io.cupel.contract;

import io.cupel.contract.Node.Items;
import io.cupel.contract.Node.Mapping;
import io.cupel.contract.Node.Pair;
import io.cupel.core.contract.Sla.Block;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the hours in which sales is at work: days such as {@code mon-fri} or {@code sat, sun}, and blocks of each. */
final class HoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern BLOCK =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");
    private static final int DAYS_WRITTEN_MAX = 40;

    private final Reading reading;
    private final Values values;

    HoursReader(Reading reading) {
        this.reading = reading;
        this.values = new Values(reading.findings());
    }

    Map<DayOfWeek, List<Block>> read(Node node) {
        Map<DayOfWeek, List<Block>> hours = new EnumMap<>(DayOfWeek.class);
        Mapping mapping = values.mapping(node, "'hours'");
        if (mapping == null) {
            return hours;
        }
        for (Map.Entry<String, Pair> entry : mapping.pairs().entrySet()) {
            Place place = entry.getValue().keyPlace();
            List<Block> blocks = blocks(entry.getValue().value());
            for (DayOfWeek day : days(entry.getKey(), place)) {
                if (hours.putIfAbsent(day, blocks) != null) {
                    String name = DAYS.get(day.getValue() - 1);
                    reading.add(Code.HOURS, place, "'" + name + "' has hours already; give all its blocks in one list");
                }
            }
        }
        boolean isClosed = mapping.pairs().values().stream()
                .allMatch(pair ->
                        pair.value() instanceof Items blocks && blocks.nodes().isEmpty());
        if (isClosed) {
            reading.add(
                    Code.HOURS, node.place(), "the desk is never open; give hours such as mon-fri: [\"09:00-17:00\"]");
        }
        return hours;
    }

    private Set<DayOfWeek> days(String written, Place place) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (written.length() <= DAYS_WRITTEN_MAX) {
            for (String part : written.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] ends = part.strip().split("-", -1);
                int first = DAYS.indexOf(ends[0].strip());
                int last = DAYS.indexOf(ends[ends.length - 1].strip());
                if (first < 0 || last < 0 || ends.length > 2 || last < first) {
                    days.clear();
                    break;
                }
                for (int day = first; day <= last; day++) {
                    days.add(DayOfWeek.of(day + 1));
                }
            }
        }
        if (days.isEmpty()) {
            reading.add(
                    Code.HOURS,
                    place,
                    "'" + written + "' are no days; write mon, tue … sun, a span such as mon-fri, or sat, sun");
        }
        return days;
    }

    private List<Block> blocks(Node node) {
        Items items = values.items(node, "the hours of a day", Limits.BLOCKS_MAX);
        List<Block> blocks = new ArrayList<>();
        for (Node each : items == null ? List.<Node>of() : items.nodes()) {
            Scalar scalar = values.text(each, "a block of hours");
            Block block = scalar == null ? null : block(scalar);
            if (block == null) {
                continue;
            }
            Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (before != null && (before.closes() == null || block.opens().isBefore(before.closes()))) {
                reading.add(Code.HOURS, each.place(), "blocks of a day go up and do not overlap");
            } else {
                blocks.add(block);
            }
        }
        return List.copyOf(blocks);
    }

    private @Nullable Block block(Scalar scalar) {
        Matcher matcher = BLOCK.matcher(scalar.value());
        if (matcher.matches()) {
            LocalTime opens = time(matcher.group(1), matcher.group(2));
            LocalTime closes = matcher.group(3) == null ? null : time(matcher.group(3), matcher.group(4));
            if (closes == null || opens.isBefore(closes)) {
                return new Block(opens, closes);
            }
        }
        reading.add(
                Code.HOURS,
                scalar.place(),
                "'" + scalar.value()
                        + "' is no block of hours; write \"09:00-12:30\", the end after the beginning, at most"
                        + " 24:00");
        return null;
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }
}
