package io.cupel.files;

import io.cupel.files.text.LineReader;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first objects of JSON Lines, by which it is told what they are. */
final class Sample {
    private static final int LINES_MAX = 100;

    private Sample() {}

    /** Whether JSON Lines are calls, and not rows of a table; where there are none, they may be either. */
    static boolean holdsCalls(Path file) throws IOException {
        List<Map<String, @Nullable Object>> objects = objects(file, Sample::isCall);
        return objects.isEmpty() || isCall(objects.get(objects.size() - 1));
    }

    /** Whether most are calls beyond doubt: rows of a table may have a type too. */
    static boolean isOfCalls(Path file) throws IOException {
        List<Map<String, @Nullable Object>> objects = objects(file, object -> false);
        return 2 * objects.stream().filter(Sample::isSurelyCall).count() > objects.size();
    }

    /** What JSON Lines tell: events, unless all calls have one and the same reserved name. */
    static Kind kind(Path file) throws IOException {
        List<Map<String, @Nullable Object>> objects = objects(file, object -> false);
        if (objects.stream().noneMatch(Sample::isCall)) {
            return Kind.LEADS;
        }
        List<Kind> kinds = objects.stream()
                .flatMap(Sample::calls)
                .map(ReservedCalls::kind)
                .map(kind -> Objects.requireNonNullElse(kind, Kind.EVENTS))
                .distinct()
                .toList();
        return kinds.size() == 1 ? kinds.get(0) : Kind.EVENTS;
    }

    private static boolean isCall(Map<String, @Nullable Object> object) {
        return object.get("type") instanceof String
                || object.get("action") instanceof String
                || object.get("batch") instanceof List<?>;
    }

    private static boolean isSurelyCall(Map<String, @Nullable Object> object) {
        Object type = object.get("type") == null ? object.get("action") : object.get("type");
        return object.get("batch") instanceof List<?> || (type instanceof String name && CallRows.CALLS.contains(name));
    }

    private static Stream<Map<String, @Nullable Object>> calls(Map<String, @Nullable Object> object) {
        return object.get("batch") instanceof List<?> batch
                ? batch.stream().map(CallTree::object).filter(Objects::nonNull)
                : Stream.of(object);
    }

    /** The first objects, none after the one that settles it. */
    private static List<Map<String, @Nullable Object>> objects(
            Path file, Predicate<Map<String, @Nullable Object>> settles) throws IOException {
        JsonTree json = new JsonTree();
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        try (LineReader lines = LineReader.ofLog(Source.openLog(file, Files::newInputStream), CallLines.BATCH_MAX)) {
            for (int i = 0; i < LINES_MAX && lines.next(); i++) {
                if (lines.isBlank() || lines.isCut()) {
                    continue;
                }
                try {
                    Map<String, @Nullable Object> object = CallTree.object(json.read(lines.text()));
                    if (object != null) {
                        objects.add(object);
                        if (settles.test(object)) {
                            break;
                        }
                    }
                } catch (Refusal refusal) {
                    // the reading tells it
                }
            }
        }
        return objects;
    }
}
