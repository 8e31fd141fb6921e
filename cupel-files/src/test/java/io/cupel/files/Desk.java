package io.cupel.files;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Currency;
import io.cupel.core.contract.Fading;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Stages;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Profile;
import io.cupel.core.time.Span;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.log.CallLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes small files, reads them under a small contract and keeps what was said; for tests. */
final class Desk implements LeadFiles.Listener {
    static final long NOW = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    final List<Rejected> rejected = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final Path folder;
    private final List<Path> leads = new ArrayList<>();
    private final List<Path> events = new ArrayList<>();
    private final List<Path> touches = new ArrayList<>();
    private final List<Path> outcomes = new ArrayList<>();
    private boolean strict;
    private boolean onDisk;
    private boolean ignoreStages;
    private final List<Path> maps = new ArrayList<>();
    private @Nullable DateOrder dates;
    private @Nullable ZoneId zone;

    Desk(Path folder) {
        this.folder = folder;
    }

    /** A condition that only says what it reads. */
    private record Reads(List<Read> reads) implements Condition {
        @Override
        public String text() {
            return "reads";
        }

        @Override
        public Answer ask(Facts facts) {
            return Answer.YES;
        }
    }

    /** Pages, screens and track "Watched" of which path, url, some properties and the campaign's source are read. */
    static Contract contract() {
        List<Read> reads = new ArrayList<>();
        for (String path : List.of("path", "url", "properties.seconds", "properties.plan.name", "campaign.source")) {
            reads.add(new Read("event." + path, null));
        }
        List<Signal> signals = List.of(
                signal("Page", new On(EventType.PAGE, null), new Reads(reads)),
                signal("Screen", new On(EventType.SCREEN, null), new Reads(reads)),
                signal("Watched", new On(EventType.TRACK, "Watched"), new Reads(reads)));
        SalesGate gate = new SalesGate("own", List.of(), 0, List.of(), Span.ofDays(30));
        return new Contract(
                "small",
                "0123456789abcdef",
                ZoneId.of("America/New_York"),
                Map.of(),
                Map.of("lead.persona", AttributeType.TEXT, "company.plan", AttributeType.TEXT),
                Currency.US_DOLLAR,
                null,
                List.of(),
                signals,
                List.of(),
                new Stages(null, null, gate),
                null,
                null);
    }

    private static Signal signal(String name, On on, Condition when) {
        return new Signal(name, Kind.INTENT, on, when, Points.of(1), Fading.NEVER, Filters.NONE, Points.MAX, null);
    }

    Desk leads(String... lines) {
        return leads(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Desk leads(byte[] content) {
        leads.add(write("leads" + leads.size() + ".csv", content));
        return this;
    }

    Desk events(String... lines) {
        return events(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Desk events(byte[] content) {
        events.add(write("events" + events.size() + ".jsonl", content));
        return this;
    }

    /** A table or a log of what sales did. */
    Desk touches(String... lines) {
        touches.add(write("touches" + touches.size(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** A table or a log of what sales decided. */
    Desk outcomes(String... lines) {
        outcomes.add(
                write("outcomes" + outcomes.size(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** A file for a test to read in its own way. */
    Path file(String name, String... lines) {
        return write(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Desk strict() {
        strict = true;
        return this;
    }

    Desk dates(DateOrder order) {
        dates = order;
        return this;
    }

    Desk zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    Desk leadFile(Path file) {
        leads.add(file);
        return this;
    }

    Desk eventFile(Path file) {
        events.add(file);
        return this;
    }

    Desk touchFile(Path file) {
        touches.add(file);
        return this;
    }

    Desk map(String... lines) {
        maps.add(write("map" + maps.size() + ".yaml", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Desk ignoreStages() {
        ignoreStages = true;
        return this;
    }

    Population read() {
        try {
            return readOrFail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets no call stay in memory. */
    Desk onDisk() {
        onDisk = true;
        return this;
    }

    Population readOrFail() throws IOException {
        return LeadFiles.read(
                contract(),
                new LeadFiles.Input(
                        leads,
                        events,
                        touches,
                        outcomes,
                        new LeadFiles.Manner(NOW, strict, dates, zone, maps, ignoreStages)),
                LogOrder.HONOURED,
                this,
                onDisk ? new CallLog(0) : new CallLog());
    }

    /** Everything about a population that anybody can see. */
    static List<String> describe(Population population) {
        List<String> lines = new ArrayList<>();
        lines.add(population.counts() + " newest " + population.newest());
        for (Evidence lead : population.evidence()) {
            lines.add(lead.lead() + " " + lead.events());
            lines.add(" " + lead.own().told());
            lines.add(" " + lead.acts() + " " + lead.crm());
            lead.company()
                    .forEach(belongs -> lines.add(
                            " " + belongs.since() + " " + belongs.log().told()));
        }
        return lines;
    }

    static Evidence only(Population population) {
        if (population.evidence().size() != 1) {
            throw new AssertionError(
                    "one lead expected, not " + population.evidence().size());
        }
        return population.evidence().get(0);
    }

    static Event onlyEvent(Population population) {
        List<Event> all = only(population).events();
        if (all.size() != 1) {
            throw new AssertionError("one event expected, not " + all.size());
        }
        return all.get(0);
    }

    /** Told and derived, at the end of time. */
    static Map<String, Object> profile(Evidence lead) {
        return Profile.derive(lead.toldAt(Long.MAX_VALUE));
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void progress(long bytesDone, long bytesTotal) {
        if (bytesDone > bytesTotal) {
            throw new AssertionError("more done than there is");
        }
    }

    @Override
    public void rejected(Rejected one) {
        rejected.add(one);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    List<String> reasons() {
        return rejected.stream().map(Rejected::reason).toList();
    }
}
