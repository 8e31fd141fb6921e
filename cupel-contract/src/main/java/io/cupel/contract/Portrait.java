package io.cupel.contract;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Sla;
import io.cupel.core.contract.Target;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A contract as a list of items with values in words, complete, for telling two apart. */
final class Portrait {
    private final List<Item> items = new ArrayList<>();

    private Portrait() {}

    /** Everything but the lists, whose entries are compared one by one. */
    static List<Item> of(Contract contract) {
        Portrait portrait = new Portrait();
        portrait.head(contract);
        FitRule fit = contract.fit();
        if (fit != null) {
            portrait.fit(fit);
        }
        contract.exclusions()
                .forEach(exclusion ->
                        portrait.add(new Item("exclusion", exclusion.name()).with("when", text(exclusion.when()))));
        contract.signals().forEach(portrait::signal);
        contract.groups()
                .forEach(group -> portrait.add(new Item("group", group.name())
                        .summed("cap " + group.cap())
                        .with("signals", String.join(", ", group.signals()))
                        .with("cap", group.cap())));
        for (Target target : Target.values()) {
            Entry entry = contract.stages().entry(target);
            if (entry != null) {
                portrait.entry(target.name(), entry);
            }
        }
        portrait.gate(contract.stages().sql());
        Sla sla = contract.sla();
        if (sla != null) {
            portrait.sla(sla);
        }
        var alarm = contract.alarm();
        if (alarm != null) {
            portrait.add(new Item("", "the alarm")
                    .summed("below " + alarm.belowPercent() + "%")
                    .with("watch", alarm.watchesSql() ? "sql" : "accepted")
                    .with("below", alarm.belowPercent() + "%"));
        }
        return portrait.items;
    }

    private void add(Item item) {
        items.add(item);
    }

    private void head(Contract contract) {
        add(new Item("", "")
                .with("name", contract.name())
                .with("timezone", contract.zone())
                .with("currency", contract.currency().code()));
        new TreeMap<>(contract.currency().rates())
                .forEach((code, rate) -> add(new Item("rate of", code)
                        .summed(rate.toPlainString())
                        .with("worth", rate.stripTrailingZeros().toPlainString())));
        contract.attributes()
                .forEach((path, type) ->
                        add(new Item("attribute", path).summed(type.written()).with("type", type.written())));
    }

    private void fit(FitRule fit) {
        add(new Item("", "fit").summed("pass at " + fit.pass() + " points").with("pass", fit.pass()));
        fit.grades()
                .forEach((letter, points) ->
                        add(new Item("grade", letter).summed(points + " points").with("points", points)));
        fit.criteria().forEach(this::criterion);
    }

    private void criterion(Criterion criterion) {
        add(new Item("criterion", criterion.name())
                .summed(criterion.points() + " points" + (criterion.required() ? ", required" : ""))
                .with("points", criterion.points())
                .with("when", text(criterion.when()))
                .with("required", criterion.required()));
    }

    private void signal(Signal signal) {
        Target qualifies = signal.qualifies();
        add(new Item("signal", signal.name())
                .summed(signal.kind().written() + ", " + signal.points() + " points")
                .with("points", signal.points())
                .with("kind", signal.kind().written())
                .with("on", signal.on().written())
                .with("when", text(signal.when()))
                .with("half-life", signal.fading().halfLife())
                .with("linear", signal.fading().linear())
                .with("window", signal.filters().window())
                .with("every", signal.filters().every())
                .with("distinct", signal.filters().distinct())
                .with("at-least", count(signal.filters().atLeast()))
                .with("at-most", count(signal.filters().atMost()))
                .with("cap", signal.cap())
                .with("qualifies", qualifies == null ? null : qualifies.written()));
    }

    private void entry(String stage, Entry entry) {
        add(new Item("", stage)
                .summed("threshold " + entry.threshold())
                .with("threshold", entry.threshold())
                .with("distinct days", count(entry.requires().distinctDays()))
                .with("distinct signals", count(entry.requires().distinctSignals()))
                .with("match", entry.requires().any() ? "any" : "all")
                .with("unknown fit", entry.unknownFitHolds() ? "hold" : "allow-raised-hands")
                .with("hand-stays", entry.handStays())
                .with("expires", entry.expires())
                .with("re-arm", entry.reArm()));
    }

    private void gate(SalesGate gate) {
        add(new Item("", "SQL")
                .with("checklist", gate.checklist())
                .with("confirm", gate.confirm())
                .with("must", gate.must().isEmpty() ? null : String.join(", ", gate.must()))
                .with("intent-within", gate.intentWithin()));
        gate.questions()
                .forEach(question -> add(new Item("question", question.name())
                        .summed(question.ask())
                        .with("ask", question.ask())
                        .with("suggest", text(question.suggest()))));
    }

    private void sla(Sla sla) {
        Sla.Review review = sla.review();
        add(new Item("", "the SLA")
                .with("holidays", sla.holidays())
                .with("closed days", sla.closed().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .with("MQLs a month", sla.mqlsPerMonth())
                .with("review", review == null ? null : written(review)));
        sla.hours().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.<DayOfWeek>naturalOrder()))
                .forEach(day -> add(new Item("hours on", written(day.getKey()))
                        .summed(blocks(day.getValue()))
                        .with("open", blocks(day.getValue()))));
        for (int i = 0; i < sla.tiers().size(); i++) {
            Sla.Tier tier = sla.tiers().get(i);
            String within = tier.within() + (tier.businessHours() ? " of business hours" : "");
            add(new Item("tier", Integer.toString(i + 1))
                    .summed(written(tier.leads()) + " within " + within)
                    .with("for", written(tier.leads()))
                    .with("respond-within", within)
                    .with("warn-at", percents(tier.warnAtPercent()))
                    .with(
                            "on-breach",
                            tier.onBreach().stream().map(Portrait::dashed).collect(Collectors.joining(", "))));
        }
    }

    private static String percents(List<Integer> percents) {
        return percents.stream().map(percent -> percent + "%").collect(Collectors.joining(", "));
    }

    private static String blocks(List<Sla.Block> blocks) {
        return blocks.stream()
                .map(block -> block.opens() + "-" + (block.closes() == null ? "24:00" : block.closes()))
                .collect(Collectors.joining(", "));
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String dashed(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Integer count(int count) {
        return count == 0 ? null : count;
    }

    private static @Nullable String text(@Nullable Condition condition) {
        return condition == null ? null : condition.text();
    }
}
