package io.cupel.app.judging;

import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A generator's year as lines of calls. */
final class YearOfCalls {
    private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\":\"([^\"]*)\"");

    private YearOfCalls() {}

    /**
     * Each message id once: of copies that differ the first received counts in a log, and in files the least.
     *
     * @param file where they are written too
     */
    static List<String> write(int leads, Path file) throws IOException {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "year-");
        MadeUpYear.write(new Plan(leads, 12, 7, 2025, Plan.Format.JSONL, false), folder, MadeUpYear.Listener.NONE);
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("events.jsonl")));
        Set<String> ids = new HashSet<>();
        lines.removeIf(line -> !line.endsWith("}") || !ids.add(messageId(line)));
        Files.write(file, lines);
        return lines;
    }

    static Set<String> messageIds(Collection<String> calls) {
        return calls.stream().map(YearOfCalls::messageId).collect(Collectors.toSet());
    }

    static String messageId(String call) {
        Matcher id = MESSAGE_ID.matcher(call);
        return id.find() ? id.group(1) : call;
    }
}
