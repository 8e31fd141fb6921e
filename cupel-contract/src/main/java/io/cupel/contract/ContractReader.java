package io.cupel.contract;

import io.cupel.core.contract.Alarm;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Sla;
import io.cupel.core.contract.Stages;
import io.cupel.core.contract.Target;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole contract. Each part reads on after a fault, so that all are found at once. */
final class ContractReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");
    private static final Map<String, Boolean> WATCHED = Choices.of("accepted", false, "sql", true);

    private final Fields contract;
    private final Findings findings;
    private final Reading reading;
    private final Vocabulary vocabulary;

    private ContractReader(Fields contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
        this.vocabulary = new VocabularyReader(findings).read(contract);
        this.reading = new Reading(findings, vocabulary);
    }

    /** The contract; null where there are faults. */
    static @Nullable Contract read(Node root, Findings findings) {
        Fields fields = Fields.open(root, Shape.CONTRACT, findings);
        return fields == null ? null : new ContractReader(fields, findings).read();
    }

    private @Nullable Contract read() {
        String name = name();
        ZoneId zone = zone();
        FitReader fitReader = new FitReader(reading);
        FitRule fit = fitReader.fit(contract);
        List<Exclusion> exclusions = fitReader.exclusions(contract);
        StagesReader stagesReader = new StagesReader(reading, contract);
        List<Node> nodes = contract.items("signals", Contract.SIGNALS_MAX);
        List<Signal> signals = signals(nodes, stagesReader.written());
        List<Group> groups = new GroupReader(reading, nodes).read(contract);
        Stages stages = stagesReader.read();
        Sla sla = new SlaReader(reading).read(contract);
        Alarm alarm = alarm();
        if (name == null || zone == null || findings.hasFaults()) {
            return null;
        }
        Contract draft = new Contract(
                name,
                "",
                zone,
                vocabulary.lists(),
                vocabulary.attributes(),
                vocabulary.currency(),
                fit,
                exclusions,
                signals,
                groups,
                stages,
                sla,
                alarm);
        warn(draft, stagesReader);
        return ContentHash.seal(draft);
    }

    private @Nullable String name() {
        String name = contract.text("name", Limits.NAME_MAX);
        if (name != null && !NAME.matcher(name).matches()) {
            findings.add(
                    Code.BAD_NAME,
                    contract.place("name"),
                    "'" + name
                            + "' cannot name a contract; use small letters, digits and dashes, such as b2b-workshop");
            return null;
        }
        return name;
    }

    private @Nullable ZoneId zone() {
        String written = contract.text("timezone", Limits.NAME_MAX);
        if (written == null) {
            return contract.has("timezone") ? null : ZoneOffset.UTC;
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (known.contains(written)) {
            ZoneId zone = ZoneId.of(written);
            return written.equals("UTC") ? ZoneOffset.UTC : zone;
        }
        findings.add(
                Code.TIME_ZONE,
                contract.place("timezone"),
                "'" + written + "' is no time zone of the IANA list such as America/New_York"
                        + Nearest.question(written, known.stream().sorted().toList()));
        return null;
    }

    private List<Signal> signals(List<Node> nodes, Set<Target> stages) {
        List<Signal> signals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            Fields fields = Fields.open(node, Shape.SIGNAL, findings);
            Signal signal = fields == null ? null : new SignalReader(reading, fields).read(names, stages);
            if (signal != null) {
                signals.add(signal);
            }
        }
        if (nodes.isEmpty() && contract.node("signals") instanceof Node.Items) {
            findings.add(Code.MISSING_KEY, contract.place("signals"), "a contract needs at least one signal");
        }
        return signals;
    }

    private @Nullable Alarm alarm() {
        Fields fields = contract.fields("alarm", Shape.ALARM);
        if (fields == null) {
            return null;
        }
        Boolean sql = fields.choice("watch", WATCHED);
        Node below = fields.node("below");
        Integer percent = below == null ? null : new SlaReader(reading).percent(below, "'below'");
        return sql == null || percent == null ? null : new Alarm(sql, percent);
    }

    private void warn(Contract draft, StagesReader stages) {
        for (Target target : Target.values()) {
            Place place = stages.thresholdPlace(target);
            if (place != null) {
                Reach.of(draft).warn(target, place, findings);
            }
        }
        if (contract.node("lists") instanceof Node.Mapping lists) {
            lists.pairs().forEach((name, pair) -> {
                if (!reading.used().contains(name)) {
                    findings.add(Code.UNUSED_LIST, pair.keyPlace(), "no condition names the list '" + name + "'");
                }
            });
        }
    }
}
