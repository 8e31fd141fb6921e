package io.cupel.core.lifecycle;

import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

        /** Numbers of the leads that were asked for since their cases were written last: they hear words at once. */
        default Collection<Long> touched() {
            return List.of();
        }

        /**
         * All leads of a company but those touched hear of this before they are next asked for, by {@link #hear}.
         *
         * @param received when it became known
         */
        default void tellLater(CompanyWord word, long received) {
            throw new IllegalStateException("of what is known about companies all leads are told at once");
        }
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
        if (entry.lead() != Enrolled.NOBODY) {
            judge(received, sighting, entry);
        }
        Set<Long> judged = new HashSet<>(entry.losers());
        judged.add(entry.lead());
        spread(received, entry.words(), judged);
    }

    private void judge(long received, Sighting sighting, Enrolled entry) {
        LeadCase lead = cases.of(entry.lead());
        lead.arrive(received);
        for (long absorbed : entry.absorbed()) {
            cases.of(absorbed).arrive(received);
            lead.join(cases.close(absorbed, entry.lead()));
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

    /**
     * Judges leads about whose company something else is known.
     *
     * @param received in milliseconds since 1970 UTC, not before that of the entry before
     */
    public void inform(long received, Collection<Long> leads) {
        cases.expect(leads);
        for (long informed : leads) {
            hear(cases.of(informed), received, register.told(informed));
        }
    }

    /**
     * Judges a lead about whose company something else became known.
     *
     * @param received when that was, in milliseconds since 1970 UTC
     * @param told all its attributes as known then
     */
    public static void hear(LeadCase lead, long received, Map<String, Object> told) {
        lead.receive(received, Cause.EVENT, List.of(), told, true, List::of);
    }

    /**
     * Has the leads of large companies hear what is known about these: those that were just touched now, the others
     * later.
     *
     * @param judged numbers of those that know it already
     */
    public void spread(long received, Collection<CompanyWord> words, Set<Long> judged) {
        for (CompanyWord word : words) {
            List<Long> hearing = new ArrayList<>();
            for (long near : cases.touched()) {
                if (!judged.contains(near) && word.company().equals(register.company(near))) {
                    Map<String, Object> told = register.told(near);
                    if (!CompanyWord.told(told, register.under(near), word.before())
                            .equals(told)) {
                        hearing.add(near);
                    }
                }
            }
            inform(received, hearing);
            cases.tellLater(word, received);
        }
    }
}
