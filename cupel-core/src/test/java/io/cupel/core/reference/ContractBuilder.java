package io.cupel.core.reference;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Currency;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Stages;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.time.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contract in the words of its file, for tests. Without {@link #pass} everybody fits. */
final class ContractBuilder {
    private final String name;
    private long pass;
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private @Nullable Entry mql;
    private @Nullable Entry pql;

    ContractBuilder(String name) {
        this.name = name;
    }

    ContractBuilder pass(long points) {
        pass = points;
        return this;
    }

    ContractBuilder criterion(String criterion, long points, Condition when) {
        criteria.add(new Criterion(criterion, when, points, false));
        return this;
    }

    ContractBuilder required(String criterion, long points, Condition when) {
        criteria.add(new Criterion(criterion, when, points, true));
        return this;
    }

    ContractBuilder exclude(String exclusion, Condition when) {
        exclusions.add(new Exclusion(exclusion, when));
        return this;
    }

    ContractBuilder signal(SignalBuilder signal) {
        signals.add(signal.build());
        return this;
    }

    ContractBuilder group(String group, long cap, String... members) {
        groups.add(new Group(group, List.of(members), Points.of(cap)));
        return this;
    }

    ContractBuilder mql(EntryBuilder entry) {
        mql = entry.build();
        return this;
    }

    ContractBuilder pql(EntryBuilder entry) {
        pql = entry.build();
        return this;
    }

    Contract build() {
        Map<String, Long> grades = Map.of("A", 90L, "B", 75L, "C", 50L, "D", 0L);
        return new Contract(
                name,
                "3f0c9a1b22de4567",
                ZoneId.of("America/New_York"),
                Map.of(),
                Map.of("lead.persona", AttributeType.TEXT),
                Currency.US_DOLLAR,
                pass == 0 ? null : new FitRule(pass, criteria, new TreeMap<>(grades)),
                exclusions,
                signals,
                groups,
                new Stages(mql, pql, new SalesGate("bant", List.of(), 0, List.of(), Span.ofDays(30))),
                null,
                null);
    }
}
