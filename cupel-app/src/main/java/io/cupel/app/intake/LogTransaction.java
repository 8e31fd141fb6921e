package io.cupel.app.intake;

import io.cupel.app.ground.BinaryRows;
import io.cupel.app.ground.Digests;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.LiveCall;
import io.cupel.files.LoggedCalls;
import io.cupel.files.SuspectCalls;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Brings submissions into the log in one transaction. The head is locked first, so that what is looked up stays true
 * until the commit, in all instances of one database.
 */
final class LogTransaction {
    /** A transaction of an instance that is no more ends after that; one that waits for it gives up before. */
    private static final String LIMITS =
            "set local idle_in_transaction_session_timeout = '20s'; set local lock_timeout = '25s'";

    /** Refusals of one request that are kept; all of them are counted. */
    static final int REFUSED_MAX = 100;

    private final Connection connection;
    private final Arrivals people;
    private final List<Submission> submissions;
    private final List<Brought> all;
    private final boolean looksUp;
    private final int[] fresh;
    private final int[] duplicates;
    private final int[] differing;
    private final List<List<LiveCall.Refused>> barred = new ArrayList<>();
    private final List<CopyTable.Copy> copies = new ArrayList<>();
    private final List<Recent.Entry> logged = new ArrayList<>();

    /**
     * @param all calls of the submissions
     * @param looksUp whether to look for messages that are in the log; else one that is there fails the transaction
     */
    LogTransaction(
            Connection connection, Arrivals people, List<Submission> submissions, List<Brought> all, boolean looksUp) {
        this.all = all;
        this.connection = connection;
        this.looksUp = looksUp;
        this.people = people;
        this.submissions = submissions;
        this.fresh = new int[submissions.size()];
        this.duplicates = new int[submissions.size()];
        this.differing = new int[submissions.size()];
        submissions.forEach(each -> barred.add(new ArrayList<>()));
    }

    /** A call with the place of the submission that brings it. */
    record Brought(int place, UUID message, LiveCall.Accepted call) {
        /** Whether somebody sent it: what a door says beside is not counted. */
        boolean isSent() {
            return call.number() != SuspectCalls.NOT_SENT;
        }
    }

    /** What becomes of each submission, if the caller commits. */
    List<Appended> run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
        }
        LogTable.Head head = LogTable.lockHead(connection);
        List<Brought> calls = admitted(news());
        List<Arrivals.Arrival> arrivals = arrivals(calls, head);
        write(arrivals, calls);
        for (int i = 0; i < arrivals.size(); i++) {
            logged.add(entry(arrivals.get(i), submissions.get(calls.get(i).place())));
        }
        people.logged(connection, arrivals);
        if (!arrivals.isEmpty()) {
            LogEntry last = arrivals.get(arrivals.size() - 1).entry();
            LogTable.moveHead(
                    connection,
                    new LogTable.Head(last.position(), last.receivedAt().toEpochMilli()));
        }
        CopyTable.count(connection, copies);
        List<Appended> results = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission one = submissions.get(i);
            List<LiveCall.Refused> refused = new ArrayList<>(one.refused());
            refused.addAll(barred.get(i));
            RefusalTable.write(
                    connection,
                    one.writeKey(),
                    one.receivedAt(),
                    mentionable(refused.subList(0, Math.min(refused.size(), REFUSED_MAX))));
            results.add(new Appended(fresh[i], duplicates[i], differing[i], barred.get(i)));
        }
        return results;
    }

    /** Of those that may name somebody who was erased nothing is kept. */
    private List<LiveCall.Refused> mentionable(List<LiveCall.Refused> refused) throws SQLException {
        Set<Integer> unmentionable = refused.isEmpty()
                ? Set.of()
                : people.unmentionable(
                        connection, refused.stream().map(LiveCall.Refused::raw).toList());
        List<LiveCall.Refused> kept = new ArrayList<>(refused);
        unmentionable.forEach(place -> kept.set(place, refused.get(place).withoutText()));
        return kept;
    }

    /** What came into the log, if the caller commits. */
    List<Recent.Entry> logged() {
        return logged;
    }

    /** By the log a call may have occurred at another time, or be another's; where not, the door's reading holds. */
    private static Recent.Entry entry(Arrivals.Arrival arrival, Submission of) {
        Sighting sighting = arrival.call().sighting();
        boolean isSame = sighting.act() == null
                && sighting.keys().origin() == arrival.entry().origin()
                && sighting.at() == arrival.entry().occurredAt().toEpochMilli();
        return new Recent.Entry(arrival.entry(), of.readBy(), isSame ? sighting : null);
    }

    /** All calls of these submissions. */
    static List<Brought> brought(List<Submission> submissions) {
        List<Brought> all = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            for (LiveCall.Accepted call : submissions.get(i).calls()) {
                all.add(new Brought(i, Digests.half(call.messageId()), call));
            }
        }
        return all;
    }

    /** The first of each message that is not in the log. */
    private List<Brought> news() throws SQLException {
        Map<UUID, LogTable.Known> known = all.isEmpty() || !looksUp
                ? Map.of()
                : LogTable.known(connection, all.stream().map(Brought::message).toList());
        Map<UUID, Brought> first = new LinkedHashMap<>();
        for (Brought each : all) {
            LogTable.Known logged = known.get(each.message());
            Brought before = logged == null ? first.putIfAbsent(each.message(), each) : each;
            if (logged != null) {
                takeCopy(each, logged.call(), logged.position());
            } else if (before != null) {
                takeCopy(each, before.call().text(), 0);
            }
        }
        return new ArrayList<>(first.values());
    }

    private void takeCopy(Brought copy, String kept, long position) {
        duplicates[copy.place()] += copy.isSent() ? 1 : 0;
        String text = copy.call().text();
        if (text.equals(kept) || kept.isEmpty()) {
            return; // what was erased cannot be compared
        }
        boolean withoutTime = copy.call().times().givenAtDoor();
        String keptHash = contentOf(kept, withoutTime);
        String copyHash = contentOf(text, withoutTime);
        if (!keptHash.equals(copyHash)) {
            differing[copy.place()]++;
            Submission of = submissions.get(copy.place());
            copies.add(
                    new CopyTable.Copy(copy.message(), position, keptHash, copyHash, of.writeKey(), of.receivedAt()));
        }
    }

    private static String contentOf(String text, boolean withoutTime) {
        try {
            return LoggedCalls.contentOf(text, withoutTime);
        } catch (Refusal refusal) {
            throw new IllegalStateException("the log has a call that " + refusal.told(), refusal);
        }
    }

    private List<Brought> admitted(List<Brought> news) throws SQLException {
        Map<Integer, Reason> reasons = news.isEmpty()
                ? Map.of()
                : people.barred(connection, news.stream().map(Brought::call).toList());
        List<Brought> admitted = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            Reason reason = reasons.get(i);
            Brought each = news.get(i);
            if (reason == null) {
                admitted.add(each);
            } else if (each.isSent()) {
                // Nothing of what the call says is kept.
                barred.get(each.place()).add(new LiveCall.Refused(each.call().number(), reason, reason.text(), ""));
            }
        }
        return admitted;
    }

    private List<Arrivals.Arrival> arrivals(List<Brought> calls, LogTable.Head head) {
        List<Arrivals.Arrival> arrivals = new ArrayList<>(calls.size());
        long received = head.receivedAtMillis();
        for (Brought each : calls) {
            Submission of = submissions.get(each.place());
            received = Math.max(received, of.receivedAt().toEpochMilli());
            fresh[each.place()] += each.isSent() ? 1 : 0;
            LogEntry entry = new LogEntry(
                    head.position() + arrivals.size() + 1,
                    Instant.ofEpochMilli(received),
                    Instant.ofEpochMilli(each.call().times().occurredAt(received)),
                    of.writeKey(),
                    of.origin(),
                    each.call().text());
            arrivals.add(new Arrivals.Arrival(entry, each.call()));
        }
        return arrivals;
    }

    private void write(List<Arrivals.Arrival> arrivals, List<Brought> calls) throws SQLException {
        if (arrivals.isEmpty()) {
            return;
        }
        BinaryRows events = new BinaryRows();
        SenderRuns senders = new SenderRuns();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrivals.Arrival each = arrivals.get(i);
            LogEntry entry = each.entry();
            events.row(7)
                    .bigint(entry.position())
                    .instant(entry.receivedAt().toEpochMilli())
                    .instant(entry.occurredAt().toEpochMilli())
                    .uuid(calls.get(i).message())
                    .integer(entry.writeKey())
                    .text(entry.origin().written())
                    .text(entry.call());
            senders.add(
                    entry, Sender.of(each.call(), submissions.get(calls.get(i).place())));
        }
        LogTable.writeEvents(connection, events);
        senders.write(connection);
    }
}
