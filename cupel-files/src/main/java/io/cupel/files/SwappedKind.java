package io.cupel.files;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds tables of touches given as outcomes, and the reverse: most of their columns have the same names. */
final class SwappedKind {
    private static final Set<String> OF_TOUCHES = Set.of("channel", "direction", "calldirection", "activitytype");
    private static final Set<String> OF_OUTCOMES = Set.of("decision", "status", "stage");

    private SwappedKind() {}

    /** What is wrong with the kind as which a table is given, and the remedy; empty where nothing is. */
    static String of(Kind given, List<String> header) {
        Set<String> names = header.stream().map(AttributeNames::normal).collect(Collectors.toSet());
        boolean tellsWay = names.stream().anyMatch(OF_TOUCHES::contains);
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
