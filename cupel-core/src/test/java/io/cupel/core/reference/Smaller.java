package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.FitRule;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Evidence.Membership;
import io.cupel.core.evidence.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes away from a failing world what it fails without, so that somebody can read what is left. */
final class Smaller {
    private Smaller() {}

    static World shrink(World world, Predicate<World> fails) {
        World smallest = world;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (World candidate : candidates(smallest)) {
                if (fails.test(candidate)) {
                    smallest = candidate;
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<World> candidates(World world) {
        List<World> smaller = new ArrayList<>();
        Evidence all = world.evidence();
        for (List<Event> events : eachLeftOut(all.events())) {
            smaller.add(with(world, evidence(all, events, all.own(), all.company())));
        }
        for (List<Told> told : eachLeftOut(all.own().told())) {
            smaller.add(with(world, evidence(all, all.events(), AttributeLog.of(told), all.company())));
        }
        for (List<Membership> company : eachLeftOut(all.company())) {
            smaller.add(with(world, evidence(all, all.events(), all.own(), company)));
        }
        for (List<Act> acts : eachLeftOut(all.acts())) {
            smaller.add(with(world, new Evidence(all.lead(), all.events(), all.own(), all.company(), acts, all.crm())));
        }
        for (List<Long> instants : eachLeftOut(world.instants())) {
            smaller.add(new World(world.contract(), all, instants));
        }
        for (Contract contract : contracts(world.contract())) {
            smaller.add(new World(contract, all, world.instants()));
        }
        return smaller;
    }

    private static Evidence evidence(Evidence all, List<Event> events, AttributeLog own, List<Membership> company) {
        return new Evidence(all.lead(), events, own, company, all.acts(), all.crm());
    }

    private static World with(World world, Evidence evidence) {
        return new World(world.contract(), evidence, world.instants());
    }

    private static List<Contract> contracts(Contract whole) {
        List<Contract> smaller = new ArrayList<>();
        Parts parts = new Parts(whole);
        if (whole.fit() != null) {
            smaller.add(parts.withFit(null));
            eachLeftOut(whole.fit().criteria())
                    .forEach(criteria -> smaller.add(parts.withFit(new FitRule(
                            whole.fit().pass(), criteria, whole.fit().grades()))));
        }
        eachLeftOut(whole.exclusions()).forEach(exclusions -> smaller.add(parts.withExclusions(exclusions)));
        eachLeftOut(whole.groups()).forEach(groups -> smaller.add(parts.withGroups(groups)));
        eachLeftOut(whole.signals()).stream()
                .filter(signals -> !signals.isEmpty())
                .filter(signals -> whole.groups().isEmpty())
                .forEach(signals -> smaller.add(parts.withSignals(signals)));
        return smaller;
    }

    private static <T> List<List<T>> eachLeftOut(List<T> items) {
        List<List<T>> shorter = new ArrayList<>();
        if (items.size() > 8) {
            shorter.add(items.subList(0, items.size() / 2));
            shorter.add(items.subList(items.size() / 2, items.size()));
        }
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            rest.remove(i);
            shorter.add(rest);
        }
        return shorter;
    }
}
