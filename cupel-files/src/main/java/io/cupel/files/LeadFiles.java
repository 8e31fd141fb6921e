package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.MapFault;
import io.cupel.files.log.CallLog;
import io.cupel.files.log.Newest;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Numerals;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads leads and events from files. docs/files.md says what they may hold and what is made of it. */
public final class LeadFiles {
    private LeadFiles() {}

    /**
     * What is to be read.
     *
     * @param leads tables of leads, companies and deals, in order: of two that tell one thing at one time the later has
     *     the last word
     * @param events calls; the order of files and lines makes no difference
     * @param touches tables or calls of what sales did
     * @param outcomes tables or calls of what sales decided, exports of deals among them
     */
    public record Input(List<Path> leads, List<Path> events, List<Path> touches, List<Path> outcomes, Manner manner) {
        public Input {
            leads = List.copyOf(leads);
            events = List.copyOf(events);
            touches = List.copyOf(touches);
            outcomes = List.copyOf(outcomes);
        }

        int size() {
            return leads.size() + events.size() + touches.size() + outcomes.size();
        }

        /** Leads and their events alone. */
        public Input(List<Path> leads, List<Path> events, Manner manner) {
            this(leads, events, List.of(), List.of(), manner);
        }
    }

    /**
     * How it is to be read.
     *
     * @param nowMillis the present, in milliseconds since 1970 UTC: what is more than 24 hours later is refused
     * @param strict whether the first line or row that cannot be used ends the reading
     * @param dates whether 3/4/2024 is in March or in April; null where the files must leave no doubt
     * @param zone of times without an offset in tables; null for the contract's
     * @param maps mapping files that say what the columns of tables mean; of others their names say it
     * @param ignoreStages whether the stage that another system shows is passed over, so that everybody is judged
     */
    public record Manner(
            long nowMillis,
            boolean strict,
            @Nullable DateOrder dates,
            @Nullable ZoneId zone,
            List<Path> maps,
            boolean ignoreStages) {
        public Manner {
            maps = List.copyOf(maps);
        }

        /** As the files say it themselves, and as the contract says the zone. */
        public static Manner plain(long nowMillis, boolean strict) {
            return new Manner(nowMillis, strict, null, null, List.of(), false);
        }
    }

    /** Hears what happens while files are read. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = new Listener() {
            @Override
            public void progress(long bytesDone, long bytesTotal) {}

            @Override
            public void rejected(Rejected rejected) {}

            @Override
            public void note(String sentence) {}
        };

        /** May be told by another thread, beside what else there is to hear. */
        void progress(long bytesDone, long bytesTotal);

        /** Each line, row or call that is not used; in the order of the files. */
        void rejected(Rejected rejected);

        /** What a person should know, in one sentence without anything personal. */
        void note(String sentence);
    }

    /**
     * Everything that the files tell about leads.
     *
     * @throws FileFault if a file cannot be used at all, or, if strict, at the first line that cannot
     * @throws MapFault if a mapping file has faults
     * @throws IOException if a file cannot be read
     */
    public static Population read(Contract contract, Input input, Listener listener) throws IOException {
        return read(contract, input, LogOrder.HONOURED, listener);
    }

    /**
     * The same.
     *
     * @param order what is made of the positions in a log that calls tell
     */
    public static Population read(Contract contract, Input input, LogOrder order, Listener listener)
            throws IOException {
        if (!order.isIgnored() && LoggedFiles.areLogged(input)) {
            return LoggedFiles.read(contract, input, order, listener);
        }
        return read(contract, input, order, listener, new CallLog());
    }

    /** The same, with a log that is given. */
    static Population read(Contract contract, Input input, LogOrder order, Listener listener, CallLog log)
            throws IOException {
        Progress progress = new Progress(listener);
        expect(progress, input);
        AttributeNames names = new AttributeNames(contract);
        OccurredAt clock = new OccurredAt(input.manner().nowMillis());
        ZoneId zone = input.manner().zone();
        TableMaps maps = TableMaps.read(input.manner().maps());
        CompletableFuture<List<Sighting>> sightings = new CompletableFuture<>();
        LeadIds ids = new LeadIds(sightings);

        Findings found = new Findings(listener, input.manner().strict(), zone == null ? contract.zone() : zone);
        TableSetting setting = new TableSetting(contract, names, input.manner(), clock, found, progress);
        LeadTables tables = new LeadTables(setting, maps, input.size() == 1);
        Findings foundInCalls = found.behind(sightings);
        TableManner manner = new TableManner(setting.zone(), input.manner().dates(), clock, maps);
        EventFiles.Setting calls = new EventFiles.Setting(contract, names, clock, manner, ids, order.isIgnored());
        EventFiles events = new EventFiles(log, calls, foundInCalls, progress);
        log.takeIn(sightings);
        readAll(input, tables, events, sightings);
        found.takeOver(foundInCalls);
        maps.expectUsed();
        progress.finish();
        found.unreadables().sentences().forEach(listener::note);
        noteDiffering(log, listener);
        ReservedCalls.nearMisses(log.tracked()).forEach(listener::note);
        new TrackNames(contract).sentences(log.tracked(), sightings.join()).forEach(listener::note);

        // The log gives its rows away when they are sorted by lead.
        Newest newest = newest(log, sightings.join(), input.manner().nowMillis());
        noteLater(newest.later(), listener);
        Gathering gathering = log.gather();
        ids.sentences().forEach(listener::note);
        found.acts().sentences(gathering.acted(), ids).forEach(listener::note);
        Counts counts = counts(tables, log, found.rejections(), gathering);
        noteVisitors(counts.visitors(), listener);
        List<FileCount> files = new ArrayList<>(tables.counts());
        files.addAll(events.counts());
        return new Population(gathering, newest.at(), new Population.Read(counts, files, tables.goneIds()));
    }

    /**
     * Reads tables and calls side by side; one behind the other, where the first fault ends the reading, and where both
     * need a database, of which each may take as much memory as there is for it.
     */
    private static void readAll(
            Input input, LeadTables tables, EventFiles events, CompletableFuture<List<Sighting>> sightings)
            throws IOException {
        List<Path> deals = new ArrayList<>();
        List<Path> outcomes = new ArrayList<>();
        for (Path file : input.outcomes()) {
            (tables.isOfDeals(file) ? deals : outcomes).add(file);
        }
        SideBySide.Work ofTables = () -> {
            try {
                for (int i = 0; i < input.leads().size(); i++) {
                    tables.read(input.leads().get(i), i);
                }
                for (Path file : deals) {
                    tables.read(file, input.leads().size());
                }
                sightings.complete(tables.sightings());
            } finally {
                sightings.cancel(false); // nobody waits any more for what failed
            }
        };
        Input rest = new Input(List.of(), input.events(), input.touches(), outcomes, input.manner());
        List<EventFiles.Given> calls = EventFiles.Given.of(rest);
        SideBySide.Work ofCalls = () -> events.read(calls);
        boolean areBothParquet = isAnyParquet(Stream.concat(input.leads().stream(), deals.stream()))
                && isAnyParquet(calls.stream().map(EventFiles.Given::file));
        if (input.manner().strict() || areBothParquet) {
            ofTables.run();
            ofCalls.run();
        } else {
            SideBySide.run(ofTables, ofCalls);
        }
    }

    private static boolean isAnyParquet(Stream<Path> files) throws IOException {
        for (Path file : files.toList()) {
            if (Form.isParquet(file)) {
                return true;
            }
        }
        return false;
    }

    private static Counts counts(LeadTables tables, CallLog log, Rejections rejections, Gathering gathering) {
        return new Counts(
                tables.rows(),
                log.size(),
                tables.duplicates() + log.duplicates(),
                log.differing(),
                rejections.counts(),
                gathering.identities().visitors(),
                gathering.size());
    }

    private static void expect(Progress progress, Input input) throws IOException {
        for (List<Path> files : List.of(input.leads(), input.events(), input.touches(), input.outcomes())) {
            for (Path file : files) {
                Source.expectRegular(file);
            }
            progress.expect(files);
        }
    }

    /** Of all that happened and of all dated rows, for an export may tell of nothing else. */
    private static Newest newest(CallLog log, List<Sighting> rows, long now) {
        LongStream told = rows.stream()
                .filter(seen -> seen.fromRow() || seen.event() != null || seen.act() != null)
                .mapToLong(Sighting::at);
        return Newest.of(told, now).and(log.newest(now));
    }

    /** Clocks are not all right, so what is later by less than a day is read, but nobody is judged before it. */
    private static void noteLater(long later, Listener listener) {
        if (later > 0) {
            listener.note((later == 1
                            ? "1 event, touch, decision or row lies"
                            : Numerals.of(later) + " events, touches, decisions or rows lie")
                    + " after the present, by 24 hours at most, and " + (later == 1 ? "counts" : "count")
                    + " only from then on");
        }
    }

    static void noteVisitors(long visitors, Listener listener) {
        if (visitors > 0) {
            listener.note(Numerals.of(visitors, "visitor") + " never said who they are, and "
                    + (visitors == 1 ? "is no lead" : "are no leads"));
        }
    }

    private static void noteDiffering(CallLog log, Listener listener) {
        if (log.differing() > 0) {
            boolean isOne = log.differing() == 1;
            listener.note(Numerals.of(log.differing(), "message id")
                    + " came with copies that do not say the same; " + (isOne ? "" : "of each ")
                    + "the earliest copy counts");
        }
    }
}
