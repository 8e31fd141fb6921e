package io.cupel.core.lifecycle;

import io.cupel.core.evidence.CompanyWord;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Merged;
import io.cupel.core.evidence.Merged.Whole;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Register.Enrolled;
import io.cupel.core.evidence.Register.Enrolled.Gain;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

        /**
         * People hold leads for one, or no more.
         *
         * @param places as {@link Merged#places} tells them
         */
        default void place(Map<Long, Long> places) {}

        /** All that happened so far to a lead happened to a merged one, of which it became a part. */
        default void recall(long whole, long part) {}

        /**
         * The last of the milestones kept of a lead whose events all occurred before an instant; null for none.
         *
         * @param number never that of a merged lead
         */
        default @Nullable Milestone milestone(long number, long before) {
            return null;
        }

        /** Those are no merged lead any more. */
        void drop(long whole);

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
        boolean isOfLeads = sighting.act() instanceof Merging || sighting.act() instanceof Denial;
        if (sighting.keys().isEmpty() && !isOfLeads) {
            return; // about nobody, as spend is
        }
        Enrolled entry = register.enrol(position, sighting);
        Merged merged = entry.merged();
        merged.wholes().forEach(whole -> join(received, whole));
        merged.undone().forEach(cases::drop);
        cases.place(merged.places());
        revise(received, entry.losers());
        inform(received, entry.informed());
        if (entry.lead() != Enrolled.NOBODY) {
            judge(received, entry, sighting);
        }
        entry.gains().forEach(gain -> judge(received, gain));
        merged.wholes().forEach(whole -> judge(received, whole, entry, sighting));
        if (!entry.words().isEmpty()) {
            spread(received, entry.words(), judged(entry));
        }
    }

    private static Set<Long> judged(Enrolled entry) {
        Set<Long> judged = new HashSet<>(entry.losers());
        judged.add(entry.lead());
        entry.gains().forEach(gain -> judged.add(gain.lead()));
        entry.merged().wholes().forEach(whole -> judged.add(whole.number()));
        return judged;
    }

    /**
     * Takes back what turned out not to be these leads'.
     *
     * @param received in milliseconds since 1970 UTC, not before that of the entry before
     */
    public void revise(long received, Collection<Long> losers) {
        for (long loser : losers) {
            LeadCase losing = cases.of(loser);
            losing.arrive(received);
            losing.revise(register.told(loser), register.events(loser));
        }
    }

    /** Parts come as they were before the entry. */
    private void join(long received, Whole whole) {
        LeadCase lead = cases.of(whole.number());
        lead.arrive(received);
        for (long joined : whole.joined()) {
            LeadCase part = cases.of(joined);
            part.arrive(received);
            lead.join(part);
            cases.recall(whole.number(), joined);
        }
    }

    private void judge(long received, Enrolled entry, Sighting sighting) {
        LeadCase lead = open(received, entry.lead(), entry.absorbed());
        withdraw(entry, entry.lead(), lead);
        if (entry.doubts().isQuiet()) {
            return;
        }
        lead.receive(
                received,
                cause(sighting),
                entry.news(),
                register.told(entry.lead()),
                entry.isPlain(),
                history(entry.lead()));
        act(received, lead, sighting);
    }

    /** The case of a lead, with those of leads that turned out to be this one. */
    private LeadCase open(long received, long number, List<Long> absorbed) {
        LeadCase lead = cases.of(number);
        lead.arrive(received);
        for (long each : absorbed) {
            cases.of(each).arrive(received);
            lead.join(cases.close(each, number));
        }
        return lead;
    }

    /** What a lead got by a person's word alone is judged as late. */
    private void judge(long received, Gain gain) {
        LeadCase lead = open(received, gain.lead(), gain.absorbed());
        Map<String, Object> told = register.told(gain.lead());
        lead.receive(received, Cause.CLAIM, gain.news(), told, false, () -> register.events(gain.lead()));
    }

    private History history(long number) {
        return new History() {
            @Override
            public List<Event> all() {
                return register.events(number);
            }

            @Override
            public @Nullable Milestone before(long at) {
                return cases.milestone(number, at);
            }

            @Override
            public List<Event> behind(long position) {
                return register.events(number, position);
            }
        };
    }

    /** Leads that are one are judged when one of them is, by all that is known of them. */
    private void judge(long received, Whole whole, Enrolled entry, Sighting sighting) {
        long number = whole.number();
        LeadCase lead = cases.of(number);
        // what was said about one part may be about an event of another
        boolean isDoubted = register.isDoubted(number);
        boolean isQuiet = !whole.isOwn() || entry.doubts().isQuiet();
        if ((whole.isReshaped() && isQuiet) || isDoubted) {
            lead.revise(register.told(number), register.events(number));
        }
        if (whole.isOwn()) {
            withdraw(entry, number, lead);
        }
        if (!isQuiet) {
            List<Event> all = isDoubted ? register.events(number) : List.of();
            lead.receive(
                    received,
                    cause(sighting),
                    isDoubted ? entry.news().stream().filter(all::contains).toList() : entry.news(),
                    register.told(number),
                    !whole.isReshaped() && !isDoubted,
                    () -> register.events(number));
            act(received, lead, sighting);
        } else if (!whole.gained().isEmpty()) {
            List<Event> all = register.events(number);
            List<Event> news = whole.gained().stream().filter(all::contains).toList();
            lead.receive(received, Cause.CLAIM, news, register.told(number), false, () -> all);
        } else if (!whole.isOwn() && whole.isInformed()) {
            hear(lead, received, register.told(number));
        }
    }

    private static Cause cause(Sighting sighting) {
        if (sighting.act() instanceof Merging) {
            return Cause.MERGE;
        }
        return sighting.keys().origin() == Origin.IMPORT ? Cause.IMPORT : Cause.EVENT;
    }

    private static void act(long received, LeadCase lead, Sighting sighting) {
        if (sighting.act() instanceof Decision decision) {
            lead.receive(received, decision);
        } else if (sighting.act() instanceof Review review) {
            lead.receive(received, review);
        }
    }

    /** What is suspect counts no more, before anything else of the entry is looked at. */
    private void withdraw(Enrolled entry, long number, LeadCase lead) {
        List<Event> withdrawn = entry.doubts().withdrawn();
        if (!withdrawn.isEmpty()) {
            List<Event> left = new ArrayList<>(register.events(number));
            left.removeAll(entry.news());
            lead.revise(register.told(number), left);
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
