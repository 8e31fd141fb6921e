package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.Submission;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.mail.Detector;
import io.cupel.core.mail.Suspect;
import io.cupel.files.LiveCall;
import io.cupel.files.LoggedCalls;
import io.cupel.files.MailHits;
import io.cupel.files.SuspectCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through the log behind the judge for opens and clicks that a machine did, and marks them by entries of the log.
 * The marks are there before it is written down that the events were looked at: whoever is stopped between says the
 * same again, which counts once. Of several instances one at a time looks. Safe for several threads.
 */
final class Watch {
    /** Positions that are gone over in one transaction. */
    static final int STRIDE = 10_000;
    /** Entries that are looked at in one transaction. */
    static final int LOOKED_MAX = 500;

    /** In the names of all events of mails, and of what is said of them; others may have them too. */
    private static final List<String> TEXTS = List.of("Email ", "Cupel Suspect");

    private final TransactionTemplate transactions;
    private final EventLog log;
    private final Registers registers;
    private final ProgressTable progress;
    private final MailTable mails;
    private final SuspectTable suspects;
    private final Clock clock;

    Watch(TransactionTemplate transactions, EventLog log, Registers registers, JudgingTables tables, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.registers = registers;
        this.progress = tables.progress();
        this.mails = tables.mails();
        this.suspects = tables.suspects();
        this.clock = clock;
    }

    /** An entry of the log with what it says. */
    private record Read(LogEntry entry, Sighting sighting) {}

    /**
     * Whose an event is, by the name and the teller of its call; marks of events that are alike in this are one word.
     */
    private record Group(String name, Origin origin, List<String> reasons, long alone) {}

    /** Goes over the next positions; gives whether there may be more. */
    boolean watch() {
        return Boolean.TRUE.equals(transactions.execute(status -> go()));
    }

    private boolean go() {
        Long place = mails.take();
        long judged = progress.position();
        if (place == null || judged <= place) {
            return false;
        }
        long until = Math.min(judged, place + STRIDE);
        List<LogEntry> entries = log.telling(TEXTS, place, until, LOOKED_MAX);
        if (entries.size() == LOOKED_MAX) {
            until = entries.get(LOOKED_MAX - 1).position();
        }
        LoggedCalls calls = LoggedCalls.withoutContract();
        List<Read> read = entries.stream()
                .map(entry -> new Read(entry, LiveJudge.read(calls, entry)))
                .toList();
        hear(read);
        look(read, calls);
        mails.move(until);
        return until < judged;
    }

    /** Writes down what was said of which events. */
    private void hear(List<Read> entries) {
        Set<String> named = new HashSet<>();
        for (Read each : entries) {
            if (each.sighting.act() instanceof Suspicion said) {
                named.addAll(said.events());
            }
        }
        if (named.isEmpty()) {
            return;
        }
        Map<String, SuspectRow> rows = suspects.of(named);
        for (Read each : entries) {
            if (each.sighting.act() instanceof Suspicion said) {
                UUID who = Registers.hashOf(name(each.sighting.keys()));
                for (String event : said.events()) {
                    SuspectRow known = rows.getOrDefault(event, SuspectRow.unheard(event, who));
                    rows.put(event, known.with(said, who, each.entry.position(), each.entry.receivedAt()));
                }
            }
        }
        suspects.write(rows.values());
    }

    /** By which one name a call names its lead. */
    static String name(Keys keys) {
        List<Key> told = Key.of(keys);
        return told.isEmpty() ? String.valueOf(keys.anonymous()) : told.get(0).node();
    }

    private void look(List<Read> entries, LoggedCalls calls) {
        List<MailTable.Row> rows = new ArrayList<>();
        for (Read each : entries) {
            MailHits.of(each.sighting.event(), each.entry.call(), null)
                    .ifPresent(hit -> rows.add(MailTable.Row.of(
                            each.entry.position(), Registers.hashOf(name(each.sighting.keys())), hit)));
        }
        if (rows.isEmpty()) {
            return;
        }
        mails.add(rows);
        Map<String, Set<Suspect>> found = new TreeMap<>();
        Map<String, Long> positions = new HashMap<>();
        for (List<MailTable.Row> ofOne : byLead(rows)) {
            ofOne.forEach(row -> positions.put(row.hit().id(), row.position()));
            found.putAll(Detector.find(ofOne.stream().map(MailTable.Row::hit).toList()));
        }
        found.keySet().removeAll(suspects.of(found.keySet()).keySet());
        if (!found.isEmpty()) {
            mark(found, positions, calls);
        }
    }

    /** These with all around them, lead by lead: a lead's mails may have been told of it by different keys. */
    private List<List<MailTable.Row>> byLead(List<MailTable.Row> rows) {
        Map<UUID, Set<UUID>> names = names(rows);
        Set<MailTable.Window> windows = new HashSet<>();
        for (MailTable.Row row : rows) {
            long from = row.hit().at() - Detector.REACH;
            long to = row.hit().at() + Detector.REACH;
            names.getOrDefault(row.who(), Set.of(row.who()))
                    .forEach(who -> windows.add(new MailTable.Window(who, row.mail(), from, to)));
        }
        Map<Set<UUID>, List<MailTable.Row>> byLead = new LinkedHashMap<>();
        for (MailTable.Row row : mails.within(windows)) {
            byLead.computeIfAbsent(names.getOrDefault(row.who(), Set.of(row.who())), lead -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(byLead.values());
    }

    /** By the hash of each name of the leads of these: the hashes of all its names. */
    private Map<UUID, Set<UUID>> names(List<MailTable.Row> rows) {
        Set<UUID> whose = new HashSet<>();
        rows.forEach(row -> whose.add(row.who()));
        Map<UUID, Set<UUID>> names = new HashMap<>();
        registers.namesBeside(whose).forEach(all -> all.forEach(name -> names.put(name, all)));
        return names;
    }

    private void mark(Map<String, Set<Suspect>> found, Map<String, Long> positions, LoggedCalls calls) {
        Map<Long, Read> entries = new HashMap<>();
        List<Long> wanted = found.keySet().stream()
                .map(event -> Objects.requireNonNull(positions.get(event)))
                .toList();
        log.at(wanted).forEach(entry -> entries.put(entry.position(), new Read(entry, LiveJudge.read(calls, entry))));
        Map<Group, List<Read>> groups = new LinkedHashMap<>();
        found.forEach((event, reasons) -> {
            Read read = entries.get(positions.get(event));
            if (read != null) { // else it was erased meanwhile
                groups.computeIfAbsent(group(read, reasons), group -> new ArrayList<>())
                        .add(read);
            }
        });
        Map<Origin, List<LiveCall.Accepted>> words = new TreeMap<>();
        Map<String, SuspectRow> pending = new HashMap<>();
        groups.forEach((group, all) -> say(group, all, words, pending));
        words.forEach(this::append);
        suspects.write(pending.values());
    }

    private static Group group(Read read, Set<Suspect> reasons) {
        Keys keys = read.sighting.keys();
        return new Group(
                name(keys),
                keys.origin(),
                reasons.stream().map(Suspect::written).toList(),
                keys.isContact() ? 0 : read.entry.position());
    }

    private void say(
            Group group, List<Read> all, Map<Origin, List<LiveCall.Accepted>> words, Map<String, SuspectRow> pending) {
        Map<String, Read> events = new LinkedHashMap<>();
        all.forEach(read -> events.put(id(read), read));
        List<Suspect> reasons = group.reasons.stream()
                .map(reason -> Suspect.of(reason).orElseThrow())
                .toList();
        UUID who = Registers.hashOf(group.name);
        for (List<String> part : SuspectCalls.parts(events.keySet())) {
            Read last = Objects.requireNonNull(events.get(part.get(part.size() - 1)));
            long at = last.sighting.at();
            SuspectCalls.of(last.sighting.keys(), SuspectCalls.word(at, part, reasons), now())
                    .ifPresent(word -> {
                        words.computeIfAbsent(group.origin, origin -> new ArrayList<>())
                                .add(word);
                        part.forEach(event -> pending.put(event, SuspectRow.unheard(event, who)));
                    });
        }
    }

    private static String id(Read read) {
        return Objects.requireNonNull(read.sighting.event()).id();
    }

    private long now() {
        return clock.millis();
    }

    private void append(Origin origin, List<LiveCall.Accepted> words) {
        Instant now = Instant.ofEpochMilli(now());
        log.append(new Submission(SpokenCalls.NO_KEY, origin, now, null, null, words, List.of(), null))
                .join();
    }
}
