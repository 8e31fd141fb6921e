package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.RecentMails;
import io.cupel.app.intake.Submission;
import io.cupel.app.judging.MailReading.Read;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.mail.Detector;
import io.cupel.core.mail.Surroundings;
import io.cupel.core.mail.Suspect;
import io.cupel.files.LiveCall;
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
import org.jspecify.annotations.Nullable;
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
    static final int LOOKED_MAX = 2_000;

    private final TransactionTemplate transactions;
    private final EventLog log;
    private final Registers registers;
    private final ProgressTable progress;
    private final MailTable mails;
    private final SuspectTable suspects;
    private final Clock clock;
    /** As of {@link #place}; null before the first look. */
    private @Nullable Surroundings surroundings;
    /** Up to where this instance looked last; another one may have gone on since, or it was taken back. */
    private long place;

    Watch(TransactionTemplate transactions, EventLog log, Registers registers, JudgingTables tables, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.registers = registers;
        this.progress = tables.progress();
        this.mails = tables.mails();
        this.suspects = tables.suspects();
        this.clock = clock;
    }

    /**
     * What is looked at in one transaction.
     *
     * @param until there is nothing else up to this position
     */
    private record Stretch(List<Read> told, long until) {}

    /** An event that is suspect. */
    private record Found(Read read, Set<Suspect> reasons) {}

    /**
     * Whose an event is, by the name and the teller of its call; marks of events that are alike in this are one word.
     */
    private record Group(String name, Origin origin, List<String> reasons, long alone) {}

    /** Goes over the next positions; gives whether there may be more. */
    synchronized boolean watch() {
        return Boolean.TRUE.equals(transactions.execute(status -> go()));
    }

    private boolean go() {
        Long taken = mails.take();
        long judged = progress.position();
        if (taken == null || judged <= taken) {
            return false;
        }
        if (surroundings == null || place != taken) {
            surroundings = new Surroundings(mails.latest());
        }
        MailReading reading = new MailReading();
        Stretch stretch = behind(taken, Math.min(judged, taken + STRIDE), reading);
        hear(stretch.told);
        look(stretch.told, reading, surroundings);
        mails.move(stretch.until);
        place = stretch.until;
        return stretch.until < judged;
    }

    /** What was logged lately is still in memory, the rest in the log; so is it where something was erased since. */
    private Stretch behind(long position, long last, MailReading reading) {
        RecentMails.Some recent = log.recent().mails().behind(position, last, LOOKED_MAX);
        List<Long> positions =
                recent.entries().stream().map(each -> each.entry().position()).toList();
        if (recent.until() > position && log.hasAll(positions)) {
            return new Stretch(recent.entries().stream().map(reading::read).toList(), recent.until());
        }
        List<LogEntry> entries = log.telling(MailReading.TEXTS, position, last, LOOKED_MAX);
        long until = entries.size() == LOOKED_MAX ? entries.get(LOOKED_MAX - 1).position() : last;
        return new Stretch(entries.stream().map(reading::read).toList(), until);
    }

    /** Writes down what was said of which events. */
    private void hear(List<Read> entries) {
        Set<String> named = new HashSet<>();
        for (Read each : entries) {
            if (each.sighting().act() instanceof Suspicion said) {
                named.addAll(said.events());
            }
        }
        if (named.isEmpty()) {
            return;
        }
        Map<String, SuspectRow> rows = suspects.of(named);
        for (Read each : entries) {
            if (each.sighting().act() instanceof Suspicion said) {
                UUID who = Registers.hashOf(MailReading.name(each.sighting().keys()));
                for (String event : said.events()) {
                    SuspectRow known = rows.getOrDefault(event, SuspectRow.unheard(event, who));
                    rows.put(
                            event,
                            known.with(
                                    said,
                                    who,
                                    each.entry().position(),
                                    each.entry().receivedAt()));
                }
            }
        }
        suspects.write(rows.values());
    }

    private void look(List<Read> entries, MailReading reading, Surroundings around) {
        Map<Long, Read> read = new HashMap<>();
        List<MailTable.Row> rows = new ArrayList<>();
        for (Read each : entries) {
            MailReading.row(each).ifPresent(row -> {
                rows.add(row);
                around.add(row.hit());
                read.put(row.position(), each);
            });
        }
        mails.add(rows);
        List<MailTable.Row> wanted =
                rows.stream().filter(row -> around.maySuspect(row.hit())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        Map<Long, Set<Suspect>> found = new HashMap<>();
        for (List<MailTable.Row> ofOne : byLead(wanted)) {
            Detector.find(ofOne.stream().map(MailTable.Row::hit).toList())
                    .forEach((position, reasons) -> found.put(Long.valueOf(position), reasons));
        }
        if (!found.isEmpty()) {
            mark(news(found, read, reading));
        }
    }

    /** Of what is suspect that of which nobody said anything yet, by the ids of the events. */
    private Map<String, Found> news(Map<Long, Set<Suspect>> found, Map<Long, Read> read, MailReading reading) {
        List<Long> others =
                found.keySet().stream().filter(at -> !read.containsKey(at)).toList();
        log.at(others).forEach(entry -> read.put(entry.position(), reading.read(entry)));
        Map<String, Found> news = new TreeMap<>();
        found.forEach((position, reasons) -> {
            Read event = read.get(position);
            if (event != null) { // else it was erased
                news.put(id(event), new Found(event, reasons));
            }
        });
        news.keySet().removeAll(suspects.of(news.keySet()).keySet());
        return news;
    }

    /** These with all around them, lead by lead: a lead's mails may have been told of it by different keys. */
    private List<List<MailTable.Row>> byLead(List<MailTable.Row> rows) {
        Map<UUID, Set<UUID>> names = names(rows);
        Set<MailTable.Window> windows = new HashSet<>();
        for (MailTable.Row row : rows) {
            long from = row.at() - Detector.REACH;
            long to = row.at() + Detector.REACH;
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

    private void mark(Map<String, Found> found) {
        Map<Group, List<Read>> groups = new LinkedHashMap<>();
        found.values()
                .forEach(each -> groups.computeIfAbsent(group(each.read, each.reasons), group -> new ArrayList<>())
                        .add(each.read));
        Map<Origin, List<LiveCall.Accepted>> words = new TreeMap<>();
        Map<String, SuspectRow> pending = new HashMap<>();
        groups.forEach((group, all) -> say(group, all, words, pending));
        words.forEach(this::append);
        suspects.write(pending.values());
    }

    private static Group group(Read read, Set<Suspect> reasons) {
        Keys keys = read.sighting().keys();
        return new Group(
                MailReading.name(keys),
                keys.origin(),
                reasons.stream().map(Suspect::written).toList(),
                keys.isContact() ? 0 : read.entry().position());
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
            long at = last.sighting().at();
            SuspectCalls.of(last.sighting().keys(), SuspectCalls.word(at, part, reasons), now())
                    .ifPresent(word -> {
                        words.computeIfAbsent(group.origin, origin -> new ArrayList<>())
                                .add(word);
                        part.forEach(event -> pending.put(event, SuspectRow.unheard(event, who)));
                    });
        }
    }

    private static String id(Read read) {
        return Objects.requireNonNull(read.sighting().event()).id();
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
