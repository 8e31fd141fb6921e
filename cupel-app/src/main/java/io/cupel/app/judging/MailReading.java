package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.Recent;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.LoggedCalls;
import io.cupel.files.MailHits;
import java.util.List;
import java.util.Optional;

/** Reads of entries of the log what is kept of mails. No contract is needed for that. Not for several threads. */
final class MailReading {
    /** In the names of all events of mails, and of what is said of them; others may have them too. */
    static final List<String> TEXTS = List.of("Email ", "Cupel Suspect");

    private final LoggedCalls calls = LoggedCalls.withoutContract();

    /** An entry of the log with what it says. */
    record Read(LogEntry entry, Sighting sighting) {}

    Read read(LogEntry entry) {
        return new Read(entry, LiveJudge.read(calls, entry));
    }

    /**
     * What was read of it at the door says the same, whatever the contract: nothing but names and times is looked at.
     */
    Read read(Recent.Entry recent) {
        Sighting sighting = recent.sighting();
        return sighting == null ? read(recent.entry()) : new Read(recent.entry(), sighting);
    }

    /** By which one name a call names its lead. */
    static String name(Keys keys) {
        List<Key> told = Key.of(keys);
        return told.isEmpty() ? String.valueOf(keys.anonymous()) : told.get(0).node();
    }

    /** What is kept of it; empty for what is no mail. */
    static Optional<MailTable.Row> row(Read read) {
        return MailHits.of(read.sighting.event(), read.entry.call(), null)
                .map(hit -> MailTable.Row.of(read.entry.position(), Registers.hashOf(name(read.sighting.keys())), hit));
    }

    /** What is kept of these entries. */
    List<MailTable.Row> rows(List<LogEntry> entries) {
        return entries.stream()
                .filter(entry -> TEXTS.stream().anyMatch(entry.call()::contains))
                .flatMap(entry -> row(read(entry)).stream())
                .toList();
    }
}
