package io.cupel.files;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds tables of outcomes or deals given as touches, and of touches as outcomes: many columns have the same names. */
final class SwappedKind {
    private static final Set<String> OF_TOUCHES = Set.of("channel", "direction", "calldirection", "activitytype");
    private static final Set<String> OF_OUTCOMES = Set.of("decision", "status", "stage");

    private static final Set<String> OF_DEALS = Set.of("dealstage", "dealname", "opportunityname", "stagename");

    private SwappedKind() {}

    /** What is wrong with the kind as which a table is given, and the remedy; empty where nothing is. */
    static String of(Kind given, List<String> header) {
        Set<String> names = header.stream().map(AttributeNames::normal).collect(Collectors.toSet());
        boolean tellsWay = names.stream().anyMatch(OF_TOUCHES::contains);
        if (given == Kind.TOUCHES && !tellsWay && names.stream().anyMatch(OF_DEALS::contains)) {
            return "tells of deals; give it after --leads or --outcomes";
        }
        return switch (given) {
            case TOUCHES ->
                names.contains("decision") && !tellsWay
                        ? "tells what was decided and no channel of a touch, so it is a table of outcomes; give it"
                                + " after --outcomes"
                        : "";
            case OUTCOMES ->
                tellsWay && names.stream().noneMatch(OF_OUTCOMES::contains)
                        ? "tells a channel or direction and no decision, so it is a table of touches; give it after"
                                + " --touches"
                        : "";
            case LEADS, EVENTS, SPEND -> "";
        };
    }
}
