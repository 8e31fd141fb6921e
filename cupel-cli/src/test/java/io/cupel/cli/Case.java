package io.cupel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contract, leads and events of one test, written to a folder and read by a command. */
final class Case {
    private final Path contract;
    private final Path leads;
    private final Path events;

    Case(Path folder, String contract) throws IOException {
        this.contract = Files.writeString(folder.resolve("contract.yaml"), contract);
        this.leads = folder.resolve("leads.csv");
        this.events = folder.resolve("events.jsonl");
    }

    Case leads(String header, String... rows) throws IOException {
        Files.writeString(leads, header + "\n" + String.join("\n", rows) + "\n");
        return this;
    }

    /** Something that user {@code u} did. */
    Case tracked(String time, String name) throws IOException {
        return event(time, "\"type\":\"track\",\"event\":\"" + name + "\"");
    }

    /** Something that user {@code u} told of itself, as JSON. */
    Case told(String time, String traits) throws IOException {
        return event(time, "\"type\":\"identify\",\"traits\":" + traits);
    }

    private Case event(String time, String rest) throws IOException {
        String before = Files.exists(events) ? Files.readString(events) : "";
        String id = "m" + before.length();
        Files.writeString(
                events,
                before + "{\"messageId\":\"" + id + "\",\"userId\":\"u\",\"timestamp\":\"" + time + "\"," + rest
                        + "}\n");
        return this;
    }

    Run run(String command, String... more) {
        List<String> all =
                new ArrayList<>(List.of(command, "--contract", contract.toString(), "--leads", leads.toString()));
        if (Files.exists(events)) {
            all.addAll(List.of("--events", events.toString()));
        }
        all.addAll(List.of(more));
        return Run.of(all.toArray(String[]::new));
    }
}
