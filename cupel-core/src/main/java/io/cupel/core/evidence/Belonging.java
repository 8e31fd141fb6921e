package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * To which company a lead belongs, over time: the one it was last said to belong to, else that of its e-mail address,
 * unless anybody can have an address there. Everything told at one instant is taken in before it is asked.
 *
 * @param since from which instant on
 * @param company null for none any more
 * @param before what held until then; null for none
 */
record Belonging(
        long since, @Nullable Company company, @Nullable Belonging before) {

    /**
     * What some words say; null where they say nothing.
     *
     * @param companies gives for each key always the same company
     */
    static @Nullable Belonging of(List<Sighting> seen, Function<String, Company> companies) {
        Belonging last = null;
        Affiliation affiliation = new Affiliation();
        List<Sighting> telling = telling(seen);
        for (int i = 0; i < telling.size(); i++) {
            Sighting sighting = telling.get(i);
            affiliation.take(sighting);
            if (i + 1 == telling.size() || telling.get(i + 1).at() != sighting.at()) {
                String key = affiliation.key();
                Company company = key == null ? null : companies.apply(key);
                if (company != (last == null ? null : last.company)) {
                    last = new Belonging(sighting.at(), company, last);
                }
            }
        }
        return last;
    }

    /** Those by which anything about the company can change, earlier ones first. */
    private static List<Sighting> telling(List<Sighting> seen) {
        List<Sighting> telling = new ArrayList<>(1);
        for (Sighting sighting : seen) {
            if (sighting.company() != null || sighting.values().containsKey("lead.email")) {
                telling.add(sighting);
            }
        }
        if (telling.size() > 1) {
            telling.sort(Sighting.ORDER);
        }
        return telling;
    }

    /**
     * The company at an instant.
     *
     * @param last the last change; null for none
     */
    static @Nullable Company at(@Nullable Belonging last, long instant) {
        Belonging each = last;
        while (each != null && each.since > instant) {
            each = each.before;
        }
        return each == null ? null : each.company;
    }

    /** The logs of the companies, each since when, earlier ones first. */
    static List<Evidence.Membership> memberships(@Nullable Belonging last) {
        List<Evidence.Membership> all = new ArrayList<>(1);
        for (Belonging each = last; each != null; each = each.before) {
            AttributeLog log = each.company == null ? AttributeLog.EMPTY : each.company.log();
            all.add(new Evidence.Membership(each.since, log));
        }
        Collections.reverse(all);
        return all;
    }
}
