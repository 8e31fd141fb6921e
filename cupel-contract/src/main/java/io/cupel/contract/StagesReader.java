package io.cupel.contract;

import io.cupel.contract.Node.Items;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Requires;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.SalesGate.Question;
import io.cupel.core.contract.Stages;
import io.cupel.core.contract.Target;
import io.cupel.core.time.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code stages}. */
final class StagesReader {
    private static final Span MONTH = Span.ofDays(30);
    private static final Map<String, Boolean> MATCHES = Choices.of("all", false, "any", true);
    private static final Map<String, Boolean> UNKNOWN_FIT = Choices.of("allow-raised-hands", false, "hold", true);
    private static final String NONE = "none";

    private final Reading reading;
    private final @Nullable Fields stages;

    StagesReader(Reading reading, Fields contract) {
        this.reading = reading;
        this.stages = contract.fields("stages", Shape.STAGES);
    }

    /** The stages that the file has, faulty ones among them. */
    Set<Target> written() {
        Set<Target> written = EnumSet.noneOf(Target.class);
        for (Target target : Target.values()) {
            if (stages != null && stages.has(target.written())) {
                written.add(target);
            }
        }
        return written;
    }

    /** Where the threshold of a stage stands; null where it has none. */
    @Nullable
    Place thresholdPlace(Target target) {
        Fields entry = stages == null || !stages.has(target.written())
                ? null
                : Fields.open(
                        mapping(target),
                        shape(target),
                        new Findings(reading.findings().source()));
        return entry == null ? null : entry.place(thresholdKey(target));
    }

    private Node mapping(Target target) {
        Node node = stages == null ? null : stages.node(target.written());
        return node == null ? new Node.Broken(Place.START) : node;
    }

    Stages read() {
        SalesGate gate = gate(stages == null ? null : stages.fields("sql", Shape.SQL));
        return new Stages(entry(Target.MQL), entry(Target.PQL), gate);
    }

    private @Nullable Entry entry(Target target) {
        Fields fields = stages == null ? null : stages.fields(target.written(), shape(target));
        if (fields == null) {
            return null;
        }
        Long threshold = fields.whole(thresholdKey(target), 1, Limits.THRESHOLD_MAX);
        Requires requires = requires(fields);
        Boolean holds = target == Target.MQL ? fields.choice("unknown-fit", UNKNOWN_FIT) : null;
        Span handStays = fields.has("hand-stays") ? reading.span(fields, "hand-stays") : MONTH;
        Span expires = reading.span(fields, "expires");
        Span reArm = reArm(fields);
        if (threshold == null || handStays == null) {
            return null;
        }
        return new Entry(threshold, requires, Boolean.TRUE.equals(holds), handStays, expires, reArm);
    }

    private static Shape shape(Target target) {
        return switch (target) {
            case MQL -> Shape.MQL;
            case PQL -> Shape.PQL;
        };
    }

    private static String thresholdKey(Target target) {
        return switch (target) {
            case MQL -> "score";
            case PQL -> "usage";
        };
    }

    private @Nullable Span reArm(Fields fields) {
        if (!fields.has("re-arm")) {
            return MONTH;
        }
        Scalar scalar = fields.scalar("re-arm");
        return scalar == null || scalar.value().equals(NONE) ? null : reading.span(scalar, "re-arm");
    }

    private Requires requires(Fields entry) {
        Fields fields = entry.fields("requires", Shape.REQUIRES);
        if (fields == null) {
            return Requires.NOTHING;
        }
        Long days = fields.whole("distinct-days", 1, Requires.DAYS_MAX);
        Long signals = fields.whole("distinct-signals", 1, io.cupel.core.contract.Contract.SIGNALS_MAX);
        Boolean any = fields.choice("match", MATCHES);
        if (!fields.has("distinct-days") && !fields.has("distinct-signals")) {
            reading.add(
                    Code.NO_EFFECT,
                    fields.place(),
                    "'requires' asks for nothing; give distinct-days or distinct-signals");
        }
        return new Requires(
                days == null ? 0 : days.intValue(), signals == null ? 0 : signals.intValue(), Boolean.TRUE.equals(any));
    }

    private SalesGate gate(@Nullable Fields fields) {
        if (fields == null) {
            List<Question> bant = Checklists.byNames().getOrDefault(Checklists.BANT, List.of());
            return new SalesGate(Checklists.BANT, bant, bant.size(), List.of(), MONTH);
        }
        Node node = fields.node("checklist");
        String name = node instanceof Items ? Checklists.OWN : Checklists.BANT;
        List<Question> questions =
                node instanceof Items own ? own(own) : Checklists.byNames().getOrDefault(Checklists.BANT, List.of());
        if (node != null && !(node instanceof Items)) {
            List<Question> known = fields.choice("checklist", Checklists.byNames());
            questions = known == null ? List.of() : known;
            name = known != null && node instanceof Scalar scalar ? scalar.value() : name;
        }
        List<String> must = must(fields, questions);
        int confirm = questions.size();
        if (fields.has("confirm")) {
            Long written = fields.whole("confirm", 0, questions.isEmpty() ? Limits.QUESTIONS_MAX : questions.size());
            confirm = written == null ? confirm : Math.min(confirm, written.intValue());
        }
        Span within = fields.has("intent-within") ? reading.span(fields, "intent-within") : MONTH;
        return new SalesGate(name, questions, confirm, must, within == null ? MONTH : within);
    }

    private List<Question> own(Items items) {
        List<Question> questions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Items bounded = new Values(reading.findings()).items(items, "'checklist'", Limits.QUESTIONS_MAX);
        for (Node node : bounded == null ? List.<Node>of() : bounded.nodes()) {
            Fields fields = Fields.open(node, Shape.QUESTION, reading.findings());
            if (fields == null) {
                continue;
            }
            String name = reading.name(fields, names);
            String ask = fields.text("ask", Limits.TEXT_MAX);
            Condition suggest = reading.attributeCondition(fields, "suggest");
            // Without its words a question still has its name, which 'must' may bear.
            questions.add(new Question(name == null ? "" : name, ask == null ? "" : ask, suggest));
        }
        if (items.nodes().isEmpty()) {
            reading.add(Code.CHECKLIST, items.place(), "an own checklist has at least one question");
        }
        return questions;
    }

    private List<String> must(Fields fields, List<Question> questions) {
        List<String> must = new ArrayList<>();
        List<String> names = questions.stream().map(Question::name).toList();
        for (Node node : fields.items("must", Limits.QUESTIONS_MAX)) {
            String name = new Values(reading.findings()).text(node, "an entry of 'must'", Limits.NAME_MAX);
            if (name == null || names.isEmpty()) {
                continue;
            }
            if (!names.contains(name)) {
                reading.add(
                        Code.UNKNOWN_NAME,
                        node.place(),
                        "the checklist has no question '" + name + "'" + Nearest.question(name, names));
            } else if (must.contains(name)) {
                reading.add(Code.DUPLICATE_NAME, node.place(), "'" + name + "' stands in 'must' twice; keep one");
            } else {
                must.add(name);
            }
        }
        return must;
    }
}
