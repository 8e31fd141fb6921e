package io.cupel.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/** The mappings of a contract file and the keys that each may have. The JSON Schema names the same. */
enum Shape {
    CONTRACT(
            "a contract",
            Set.of("name", "signals"),
            "name",
            "timezone",
            "money",
            "lists",
            "attributes",
            "fit",
            "exclude",
            "signals",
            "groups",
            "stages",
            "sla",
            "alarm"),
    MONEY("money", Set.of(), "currency", "rates"),
    FIT("fit", Set.of("pass", "criteria"), "pass", "criteria", "grades"),
    CRITERION("a criterion", Set.of("name", "when"), "name", "when", "points", "required"),
    GRADES("grades", Set.of(), "A", "B", "C", "D"),
    EXCLUSION("an exclusion", Set.of("name", "when"), "name", "when"),
    SIGNAL(
            "a signal",
            Set.of("name", "kind", "on", "points"),
            "name",
            "kind",
            "on",
            "when",
            "points",
            "half-life",
            "linear",
            "window",
            "every",
            "distinct",
            "at-least",
            "at-most",
            "cap",
            "qualifies"),
    GROUP("a group", Set.of("name", "signals", "cap"), "name", "signals", "cap"),
    STAGES("stages", Set.of(), "mql", "pql", "sql"),
    MQL("mql", Set.of("score"), "score", "requires", "unknown-fit", "hand-stays", "expires", "re-arm"),
    PQL("pql", Set.of("usage"), "usage", "requires", "hand-stays", "expires", "re-arm"),
    REQUIRES("requires", Set.of(), "distinct-days", "distinct-signals", "match"),
    SQL("sql", Set.of(), "checklist", "confirm", "must", "intent-within"),
    QUESTION("a question", Set.of("name", "ask"), "name", "ask", "suggest"),
    SLA("sla", Set.of(), "hours", "holidays", "tiers", "mqls-per-month", "review"),
    HOLIDAYS("holidays", Set.of(), "country", "closed"),
    TIER("a tier", Set.of("for", "respond-within"), "for", "respond-within", "warn-at", "on-breach"),
    ALARM("alarm", Set.of("watch", "below"), "watch", "below");

    private final String title;
    private final ImmutableSet<String> required;
    private final ImmutableList<String> keys;

    Shape(String title, Set<String> required, String... keys) {
        this.title = title;
        this.required = ImmutableSet.copyOf(required);
        this.keys = ImmutableList.copyOf(keys);
    }

    /** As messages call it. */
    String title() {
        return title;
    }

    /** Without which it says nothing. */
    Set<String> required() {
        return required;
    }

    /** In the order in which contracts write them. */
    List<String> keys() {
        return keys;
    }
}
