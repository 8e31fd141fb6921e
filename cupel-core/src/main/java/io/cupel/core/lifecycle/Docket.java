package io.cupel.core.lifecycle;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Judges leads in the order of a log: each entry when it was received, with the scores as then known. docs/lifecycle.md
 * tells how this differs from a file without positions. Not for several threads at once.
 */
public final class Docket {
    private final Register register;
    private final Cases cases;

    /** The cases of the leads, by their numbers in the register. */
    public interface Cases {
        /**
         * The case of a lead, opened if there is none, to go on with.
         *
         * @param number never {@link Enrolled#NOBODY}
         */
        LeadCase of(long number);

        /** Makes ready for these to be asked for: a company may have many leads. */
        default void expect(Collection<Long> numbers) {}

        /** The case of a lead that turned out to be another one: the last time that it is asked for. */
        LeadCase close(long number, long into);
    }

    public Docket(Register register, Cases cases) {
        this.register = register;
        this.cases = cases;
    }

    /**
     * Takes the next entry of the log. What fell due by its receipt takes effect before it in every case that it
     * touches, so that it makes no difference whether somebody let it take effect as soon as it was due.
     *
     * @param position above those of all entries before
     * @param received in milliseconds since 1970 UTC, not before that of the entry before
     */
    public void take(long position, long received, Sighting sighting) {
        if (sighting.keys().isEmpty()) {
            return; // about nobody, as spend is
        }
        Enrolled entry = register.enrol(position, sighting);
        for (long loser : entry.losers()) {
            LeadCase losing = cases.of(loser);
            losing.arrive(received);
            losing.revise(register.told(loser), register.events(loser));
        }
        inform(received, entry.informed());
        if (entry.lead() == Enrolled.NOBODY) {
            return;
        }
        LeadCase lead = cases.of(entry.lead());
        lead.arrive(received);
        for (long absorbed : entry.absorbed()) {
            cases.of(absorbed).arrive(received);
            lead.join(cases.close(absorbed, entry.lead()));
        }
        withdraw(entry, lead);
        if (entry.doubts().isQuiet()) {
            return;
        }
        lead.receive(
                received,
                sighting.keys().origin() == Origin.IMPORT ? Cause.IMPORT : Cause.EVENT,
                entry.news(),
                register.told(entry.lead()),
                entry.isPlain(),
                () -> register.events(entry.lead()));
        if (sighting.act() instanceof Decision decision) {
            lead.receive(received, decision);
        } else if (sighting.act() instanceof Review review) {
            lead.receive(received, review);
        }
    }

    /** What is suspect counts no more, before anything else of the entry is looked at. */
    private void withdraw(Enrolled entry, LeadCase lead) {
        List<Event> withdrawn = entry.doubts().withdrawn();
        if (!withdrawn.isEmpty()) {
            List<Event> left = new ArrayList<>(register.events(entry.lead()));
            left.removeAll(entry.news());
            lead.revise(register.told(entry.lead()), left);
            lead.withdraw(withdrawn, left);
        }
    }

    /**
     * Judges leads about whose company something else is known.
     *
     * @param received in milliseconds since 1970 UTC, not before that of the entry before
     */
    public void inform(long received, Collection<Long> leads) {
        cases.expect(leads);
        for (long informed : leads) {
            cases.of(informed).receive(received, Cause.EVENT, List.of(), register.told(informed), true, List::of);
        }
    }
}
