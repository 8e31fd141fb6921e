package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A command run inside this process, as if called from the root of the repository at a fixed time. */
record Run(int exit, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String ROOT = "../";

    static final String WORKSHOP = "examples/contracts/b2b-workshop.yaml";
    static final String LEADS = "examples/workshop/leads.csv";
    static final String EVENTS = "examples/workshop/events.jsonl";

    static Run of(String... arguments) {
        return in(Map.of("CUPEL_STDOUT", "pipe", "CUPEL_STDERR", "pipe"), arguments);
    }

    /** On a terminal of this width, without colours. */
    static Run onTerminal(int columns, String... arguments) {
        return in(
                Map.of(
                        "CUPEL_STDOUT",
                        "terminal",
                        "CUPEL_STDERR",
                        "terminal",
                        "NO_COLOR",
                        "1",
                        "COLUMNS",
                        "" + columns),
                arguments);
    }

    static Run in(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(Output.to(out), Output.to(err), CLOCK, environment);
        int exit = Cupel.run(shell, Arrays.stream(arguments).map(Run::fromRoot).toArray(String[]::new));
        return new Run(exit, toRoot(out), toRoot(err));
    }

    /** {@code qualify} on the workshop's files, with further arguments. */
    static Run workshop(String command, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--contract", WORKSHOP, "--leads", LEADS, "--events", EVENTS));
        arguments.addAll(List.of(more));
        return of(arguments.toArray(String[]::new));
    }

    /** A file of the repository. */
    static Path file(String fromRoot) {
        return Path.of(ROOT + fromRoot);
    }

    private static String fromRoot(String argument) {
        return argument.startsWith("examples/") ? ROOT + argument : argument;
    }

    private static String toRoot(ByteArrayOutputStream written) {
        String text = written.toString(UTF_8);
        // the table of what was read is as wide as its longest name, which becomes shorter here
        return text.contains(ROOT + "examples/")
                ? text.replaceAll("(?m)^File" + " ".repeat(ROOT.length()), "File")
                        .replace(ROOT + "examples/", "examples/")
                : text;
    }
}
