package io.cupel.app.judging;

import io.cupel.core.evidence.About;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lists show of a lead, and what it had been told. */
record Shown(LeadRow row, Map<String, Object> told, Map<String, Object> under) {
    static Shown of(Kept kept) {
        return new Shown(kept.row(), kept.told(), kept.under());
    }

    boolean isOf(Kept kept) {
        return row.looksAs(kept.row()) && told.equals(kept.told()) && under.equals(kept.under());
    }

    /** Which lead is judged, at which position of the log, as of when. */
    record Place(long number, long position, Instant received) {}

    /**
     * All from which it is made. Most entries change nothing of that, which is seen without making it.
     *
     * @param due when the open cycle expires; null where none does
     */
    record Source(Glance glance, @Nullable Long due, About about) {
        /** Whether lists show the same by both; where this says no, they still may. */
        boolean showsAs(Source other) {
            return isSame(about, other.about)
                    && isSame(glance.profile(), other.glance.profile())
                    && isSame(glance.fit(), other.glance.fit())
                    && glance.stage() == other.glance.stage()
                    && Objects.equals(glance.since(), other.glance.since())
                    && glance.cycle() == other.glance.cycle()
                    && glance.raisedHand() == other.glance.raisedHand()
                    && glance.isHeld() == other.glance.isHeld()
                    && Objects.equals(due, other.due)
                    && Objects.equals(glance.waiting(), other.glance.waiting());
        }

        /** None of these ever changes: what is known anew is another object. */
        private static boolean isSame(Object one, Object other) {
            return one == other;
        }

        LeadRow row(Place place, String contract) {
            return Shown.row(place, glance, due, name(), contract);
        }

        private LeadRow.Name name() {
            String email = JudgementJson.email(glance.profile());
            return new LeadRow.Name(
                    about.name(),
                    email,
                    email == null || about.isMailVerified(),
                    JudgementJson.company(glance.profile()),
                    about.company());
        }
    }

    static LeadRow row(Place place, LeadCase lead, Glance now, LeadRow.Name name, String contract) {
        return row(place, now, lead.due(), name, contract);
    }

    private static LeadRow row(Place place, Glance now, @Nullable Long due, LeadRow.Name name, String contract) {
        Long since = now.since();
        return new LeadRow(
                place.number,
                name,
                place.position,
                place.received,
                now.stage().written(),
                since == null || since == Long.MIN_VALUE ? null : Instant.ofEpochMilli(since),
                now.cycle(),
                now.raisedHand(),
                now.isHeld(),
                due == null ? null : Instant.ofEpochMilli(due),
                now.fit().verdict().written(),
                now.fit().grade(),
                now.score().score().shown(),
                now.score().usageScore().shown(),
                contract,
                now.waiting());
    }
}
