package io.cupel.core.reference;

import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Told;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was known when, read from everything told, each time anew. Derives nothing. */
final class ReferenceFacts {
    private final Evidence evidence;

    ReferenceFacts(Evidence evidence) {
        this.evidence = evidence;
    }

    /** What is known of what was told up to an instant: of a keyed company by its own log, where that says anything. */
    Facts upTo(long until) {
        return path -> {
            AttributeLog company = companyAt(until);
            Object said = company == null ? null : newest(company, path, until);
            return said == null ? newest(evidence.own(), path, until) : said;
        };
    }

    private @Nullable AttributeLog companyAt(long instant) {
        AttributeLog company = null;
        for (Evidence.Membership membership : evidence.company()) {
            if (membership.since() <= instant) {
                company = membership.log();
            }
        }
        return company;
    }

    private static @Nullable Object newest(AttributeLog log, String path, long until) {
        Told newest = null;
        for (Told told : log.told()) {
            boolean says = told.at() <= until && told.values().containsKey(path);
            if (says && (newest == null || Told.ORDER.compare(told, newest) >= 0)) {
                newest = told;
            }
        }
        return newest == null ? null : newest.values().get(path);
    }

    boolean contactKnown(long until) {
        Facts facts = upTo(until);
        return facts.value("lead.email") != null || facts.value("lead.phone") != null;
    }

    /** Own events, dated rows about the lead, and calls and dated rows about the company it then belonged to. */
    Set<Long> judgedInstants() {
        Set<Long> instants = new TreeSet<>();
        for (Event event : evidence.events()) {
            instants.add(event.at());
        }
        for (Told told : evidence.own().told()) {
            if (told.at() != Told.BEFORE_ALL) {
                instants.add(told.at());
            }
        }
        for (Evidence.Membership membership : evidence.company()) {
            for (Told told : membership.log().told()) {
                boolean dated = told.at() != Told.BEFORE_ALL;
                if (dated && told.at() >= membership.since() && companyAt(told.at()) == membership.log()) {
                    instants.add(told.at());
                }
            }
        }
        return instants;
    }
}
