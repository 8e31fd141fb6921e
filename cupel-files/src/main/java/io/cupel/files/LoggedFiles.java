package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the log of a server from its exports, and judges it entry by entry. */
final class LoggedFiles {
    private final Contract contract;
    private final Findings found;
    private final LoggedCalls calls;
    private final CallFiles files;
    private final LoggedEntries entries = new LoggedEntries();
    private final List<FileCount> counts = new ArrayList<>();

    private LoggedFiles(Contract contract, LeadFiles.Manner manner, LeadFiles.Listener listener, Progress progress)
            throws IOException {
        this.contract = contract;
        ZoneId zone = manner.zone();
        this.found = new Findings(listener, manner.strict(), zone == null ? contract.zone() : zone);
        this.calls = new LoggedCalls(contract, found.unreadables());
        TableMaps maps = TableMaps.read(manner.maps());
        TableManner tables = new TableManner(found.zone(), manner.dates(), new OccurredAt(manner.nowMillis()), maps);
        this.files = new CallFiles(progress, tables, listener);
    }

    /**
     * Whether the first calls of files tell their positions in a log.
     *
     * @throws FileFault if they do, but something is given that is no part of that log
     */
    static boolean areLogged(LeadFiles.Input input) throws IOException {
        Path logged = null;
        Path other = null;
        for (Path file : input.events()) {
            if (LoggedLook.isLogged(file)) {
                logged = file;
            } else {
                other = file;
            }
        }
        if (logged == null) {
            return false;
        }
        if (other != null) {
            throw new FileFault(
                    other.toString(), "tells no log positions, but " + logged + " does; " + LogPlace.REMEDY);
        }
        Path beside = Stream.of(input.leads(), input.touches(), input.outcomes())
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
        if (beside != null) {
            throw new FileFault(
                    beside.toString(),
                    "has no place in the log of " + logged + ", which says by itself all that the server knew;"
                            + " leave it out, or pass --ignore-positions to judge each event when it occurred");
        }
        return true;
    }

    static Population read(Contract contract, LeadFiles.Input input, LogOrder order, LeadFiles.Listener listener)
            throws IOException {
        Progress progress = new Progress(listener);
        progress.expect(input.events());
        LoggedFiles read = new LoggedFiles(contract, input.manner(), listener, progress);
        for (Path file : input.events()) {
            read.take(file);
        }
        progress.finish();
        return read.judged(order.until());
    }

    private void take(Path file) throws IOException {
        Visitor visitor = new Visitor();
        boolean isLog = CallFiles.isLog(file, Kind.EVENTS, TableMaps.read(List.of()));
        long refused = found.rejections().total();
        long passedOver = files.visit(file, Kind.EVENTS, visitor, found.rejections());
        long rejected = found.rejections().total() - refused;
        FileCount.Unit unit = isLog ? FileCount.Unit.LINES : FileCount.Unit.ROWS;
        counts.add(new FileCount(file.toString(), unit, visitor.used, visitor.duplicates, rejected, passedOver));
    }

    private final class Visitor implements CallVisitor {
        private String file = "";
        private long line;
        private long used;
        private long duplicates;

        @Override
        public void at(String inFile, long atLine) {
            file = inFile;
            line = atLine;
            found.unreadables().at(inFile, atLine);
        }

        @Override
        public void call(Map<String, @Nullable Object> call) throws Refusal, IOException {
            LogPlace place = LogPlace.of(call, file, line);
            Sighting sighting = calls.read(call, place.received());
            if (sighting.act() != null) {
                found.acts().met(sighting.act(), file, line);
            }
            if (entries.add(place, sighting, CallReader.fingerprint(call), file, line)) {
                used++;
            } else {
                duplicates++;
            }
        }
    }

    private Population judged(@Nullable Long until) throws FileFault {
        List<LoggedEntries.Entry> log = entries.inOrder(until);
        LogReplay replay = new LogReplay(Judge.of(contract));
        List<Sighting> sightings = new ArrayList<>(log.size());
        Set<String> tracked = new TreeSet<>();
        for (LoggedEntries.Entry entry : log) {
            Sighting sighting = entry.sighting();
            replay.take(entry.place().position(), entry.place().received(), sighting);
            sightings.add(sighting);
            if (sighting.event() != null && sighting.event().type() == EventType.TRACK) {
                tracked.add(sighting.event().name());
            }
        }
        Gathering gathering = Gathering.of(sightings);
        say(tracked, gathering);
        long used = counts.stream().mapToLong(FileCount::used).sum();
        long duplicates = counts.stream().mapToLong(FileCount::duplicates).sum();
        ReceivedOrder order = new ReceivedOrder(replay);
        Counts all = new Counts(
                0,
                used,
                duplicates,
                0,
                found.rejections().counts(),
                gathering.identities().visitors(),
                order.size());
        OptionalLong newest = log.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(log.get(log.size() - 1).place().received());
        return new Population(gathering, newest, new Population.Read(all, counts, Set.of()), order);
    }

    private void say(Set<String> tracked, Gathering gathering) {
        LeadFiles.Listener listener = found.listener();
        found.unreadables().sentences().forEach(listener::note);
        ReservedCalls.nearMisses(tracked).forEach(listener::note);
        new TrackNames(contract).sentences(tracked, List.of()).forEach(listener::note);
        found.acts().sentences(gathering.acted(), LeadIds.NONE).forEach(listener::note);
        LeadFiles.noteVisitors(gathering.identities().visitors(), listener);
    }
}
