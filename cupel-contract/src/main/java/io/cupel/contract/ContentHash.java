package io.cupel.contract;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Sla;
import io.cupel.core.contract.Target;
import io.cupel.core.time.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash by which people sign a contract: SHA-256 of its canonical content. That is JSON without blanks, keys sorted,
 * what is absent left out, defaults filled in, points in micro-points and spans in seconds. Its form never changes:
 * signatures hold for years, and ContentHashTest pins one.
 */
final class ContentHash {
    private ContentHash() {}

    /** The same contract, with its hash. */
    static Contract seal(Contract draft) {
        return new Contract(
                draft.name(),
                of(draft),
                draft.zone(),
                draft.lists(),
                draft.attributes(),
                draft.currency(),
                draft.fit(),
                draft.exclusions(),
                draft.signals(),
                draft.groups(),
                draft.stages(),
                draft.sla(),
                draft.alarm());
    }

    static String of(Contract contract) {
        try {
            byte[] content = canonical(contract).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String canonical(Contract contract) {
        CanonicalJson json = new CanonicalJson()
                .put("name", contract.name())
                .put(
                        "zone",
                        contract.zone().normalized().equals(java.time.ZoneOffset.UTC)
                                ? "UTC"
                                : contract.zone().getId())
                .put("lists", new TreeMap<>(contract.lists()))
                .put("attributes", attributes(contract))
                .put("currency", contract.currency().code())
                .put("rates", new TreeMap<>(contract.currency().rates()))
                .put(
                        "exclude",
                        contract.exclusions(),
                        exclusion -> new CanonicalJson()
                                .put("name", exclusion.name())
                                .put("when", text(exclusion.when())))
                .put("signals", contract.signals(), ContentHash::signal)
                .put("groups", contract.groups(), ContentHash::group)
                .put("sql", gate(contract.stages().sql()));
        for (Target target : Target.values()) {
            Entry entry = contract.stages().entry(target);
            json.put(target.written(), entry == null ? null : entry(entry));
        }
        FitRule fit = contract.fit();
        Sla sla = contract.sla();
        var alarm = contract.alarm();
        return json.put("fit", fit == null ? null : fit(fit))
                .put("sla", sla == null ? null : sla(sla))
                .put(
                        "alarm",
                        alarm == null
                                ? null
                                : new CanonicalJson()
                                        .put("watch", alarm.watchesSql() ? "sql" : "accepted")
                                        .put("below", alarm.belowPercent()))
                .toString();
    }

    private static Map<String, String> attributes(Contract contract) {
        Map<String, String> types = new TreeMap<>();
        contract.attributes().forEach((path, type) -> types.put(path, type.written()));
        return types;
    }

    private static CanonicalJson fit(FitRule fit) {
        return new CanonicalJson()
                .put("pass", fit.pass())
                .put("grades", fit.grades())
                .put("criteria", fit.criteria(), ContentHash::criterion);
    }

    private static CanonicalJson criterion(Criterion criterion) {
        return new CanonicalJson()
                .put("name", criterion.name())
                .put("when", text(criterion.when()))
                .put("points", criterion.points())
                .put("required", criterion.required());
    }

    private static CanonicalJson signal(Signal signal) {
        Target qualifies = signal.qualifies();
        return new CanonicalJson()
                .put("name", signal.name())
                .put("kind", signal.kind().written())
                .put("on", signal.on().type().written())
                .put("onName", signal.on().name())
                .put("when", text(signal.when()))
                .put("points", signal.points().micros())
                .put("halfLife", seconds(signal.fading().halfLife()))
                .put("linear", seconds(signal.fading().linear()))
                .put("every", seconds(signal.filters().every()))
                .put("distinct", signal.filters().distinct())
                .put("window", seconds(signal.filters().window()))
                .put("atLeast", signal.filters().atLeast())
                .put("atMost", signal.filters().atMost())
                .put("cap", signal.cap().micros())
                .put("qualifies", qualifies == null ? null : qualifies.written());
    }

    private static CanonicalJson group(Group group) {
        return new CanonicalJson()
                .put("name", group.name())
                .put("signals", group.signals())
                .put("cap", group.cap().micros());
    }

    private static CanonicalJson entry(Entry entry) {
        return new CanonicalJson()
                .put("threshold", entry.threshold())
                .put("days", entry.requires().distinctDays())
                .put("signals", entry.requires().distinctSignals())
                .put("any", entry.requires().any())
                .put("unknownFitHolds", entry.unknownFitHolds())
                .put("handStays", seconds(entry.handStays()))
                .put("expires", seconds(entry.expires()))
                .put("reArm", seconds(entry.reArm()));
    }

    private static CanonicalJson gate(SalesGate gate) {
        return new CanonicalJson()
                .put("checklist", gate.checklist())
                .put(
                        "questions",
                        gate.questions(),
                        question -> new CanonicalJson()
                                .put("name", question.name())
                                .put("ask", question.ask())
                                .put("suggest", text(question.suggest())))
                .put("confirm", gate.confirm())
                .put("must", gate.must())
                .put("intentWithin", seconds(gate.intentWithin()));
    }

    private static CanonicalJson sla(Sla sla) {
        CanonicalJson hours = new CanonicalJson();
        sla.hours()
                .forEach((day, blocks) -> hours.put(
                        day.name(),
                        blocks,
                        block -> new CanonicalJson()
                                .put("opens", block.opens().toString())
                                .put(
                                        "closes",
                                        block.closes() == null
                                                ? "24:00"
                                                : block.closes().toString())));
        Sla.Review review = sla.review();
        return new CanonicalJson()
                .put("hours", hours)
                .put("holidays", sla.holidays())
                .put("closed", sla.closed().stream().map(Object::toString).toList())
                .put(
                        "tiers",
                        sla.tiers(),
                        tier -> new CanonicalJson()
                                .put("for", tier.leads().name())
                                .put("within", seconds(tier.within()))
                                .put("business", tier.businessHours())
                                .put("warnAt", tier.warnAtPercent())
                                .put(
                                        "onBreach",
                                        tier.onBreach().stream().map(Enum::name).toList()))
                .put("mqlsPerMonth", sla.mqlsPerMonth())
                .put("review", review == null ? null : review.name());
    }

    private static @Nullable Long seconds(@Nullable Span span) {
        return span == null ? null : span.seconds();
    }

    private static @Nullable String text(@Nullable Condition condition) {
        return condition == null ? null : condition.text();
    }
}
