package io.cupel.files;

import io.cupel.core.evidence.BuiltIn;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.ShownName;
import io.cupel.files.columns.TableKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds files that stand after another file's option. A table is what it is given as where it has all that such a table
 * must have, and a column that speaks for it. Else it is of another kind that it is whole as, and that one of its
 * columns speaks for and for no other. A doubtful table stays what it is given as.
 */
final class RightOption {
    /** Columns that only tables of the kind have. */
    private static final Set<String> OF_TOUCHES = Set.of("channel", "direction", "calldirection", "activitytype");

    private static final Set<String> OF_OUTCOMES = Set.of("decision");
    private static final Set<String> OF_SPEND = Set.of("month");

    /** Columns that outcomes may have, as leads and deals may. */
    private static final Set<String> STATES = Set.of("status", "stage");

    /** Columns one of which a table of touches has besides, for lists of leads tell their marketing channel too. */
    private static final Set<String> BESIDE_CHANNEL =
            Set.of("direction", "calldirection", "activitytype", "outcome", "calloutcome", "by");

    private static final Set<String> TOLD_BY_TOUCHES = Set.of("channel", "direction", "outcome", "by");

    private static final Set<String> OF_PEOPLE =
            Set.of("firstname", "lastname", "fullname", "name", "contactname", "phone", "mobile", "city");

    private RightOption() {}

    /** What is wrong with the kind as which a table is given, and the remedy; empty where nothing is. */
    static String of(Kind given, List<String> header) {
        boolean isWhole = isWhole(given, header);
        if (isWhole && speaksFor(given, header)) {
            return "";
        }
        TableKind listed = Columns.of(header, BuiltIn.types()).kind();
        if (given != Kind.LEADS && listed == TableKind.DEALS) {
            return "is a table of deals; give it after --leads or --outcomes";
        }
        for (Kind other : List.of(Kind.SPEND, Kind.OUTCOMES, Kind.TOUCHES, Kind.EVENTS)) {
            Optional<String> sign =
                    header.stream().filter(name -> isOf(other, name)).findFirst();
            if (other != given && sign.isPresent() && isWhole(other, header) && isSure(other, header)) {
                return "is a table of " + other.written() + ", as its column " + ShownName.of(sign.get()) + " tells; "
                        + remedy(other);
            }
        }
        // Any table may describe its leads beside, so this is told of those alone that can be nothing else.
        boolean mayBeList = given != Kind.LEADS && !isWhole && isWhole(Kind.LEADS, header);
        return mayBeList && KindOf.describesLeads(header)
                ? "is a table of " + listed.written() + "; " + remedy(Kind.LEADS)
                : "";
    }

    /**
     * What to say beside of a table in which nothing speaks for the kind as which it is given, but a column that may
     * tell what sales decided; empty for any other. Only who knows its words knows which it is.
     */
    static String doubt(Kind given, List<String> header) {
        boolean isOwn = switch (given) {
            case TOUCHES -> KindOf.rows(given, header).targets().stream().anyMatch(TOLD_BY_TOUCHES::contains);
            case EVENTS -> isWhole(given, header);
            case LEADS, OUTCOMES, SPEND -> true;
        };
        if (isOwn || !isWhole(Kind.OUTCOMES, header)) {
            return "";
        }
        return header.stream()
                .filter(name -> STATES.contains(AttributeNames.normal(name)))
                .findFirst()
                .map(name -> "; if " + ShownName.of(name) + " tells what sales decided, " + remedy(Kind.OUTCOMES))
                .orElse("");
    }

    private static boolean isSure(Kind other, List<String> header) {
        return switch (other) {
            case TOUCHES -> has(header, BESIDE_CHANNEL);
            case SPEND -> !Columns.of(header, BuiltIn.types()).hasKey(); // what was spent, nobody is named for
            case LEADS, EVENTS, OUTCOMES -> true;
        };
    }

    /** What to do with a file of the kind; no command that judges leads looks at what was spent. */
    static String remedy(Kind kind) {
        return switch (kind) {
            case LEADS, EVENTS, TOUCHES, OUTCOMES -> "give it after --" + kind.written();
            case SPEND -> "leave it out, for only cupel convert reads it";
        };
    }

    private static boolean isWhole(Kind kind, List<String> header) {
        Columns columns = Columns.of(header, BuiltIn.types());
        return kind == Kind.LEADS
                ? columns.hasKey() || columns.kind() != TableKind.LEADS
                : KindOf.rows(kind, header).lacks().isEmpty();
    }

    /** Whether some column is as in tables of the kind, where others may have it too. */
    private static boolean speaksFor(Kind kind, List<String> header) {
        return switch (kind) {
            case LEADS -> KindOf.describesLeads(namedForLeads(header)) || has(header, OF_PEOPLE);
            case EVENTS -> true;
            case OUTCOMES -> has(header, OF_OUTCOMES) || has(header, STATES);
            case TOUCHES -> has(header, OF_TOUCHES);
            case SPEND -> has(header, OF_SPEND);
        };
    }

    /** Without what tables of events have under the same names, such as the title of a page. */
    private static List<String> namedForLeads(List<String> header) {
        List<String> targets = KindOf.rows(Kind.EVENTS, header).targets();
        return IntStream.range(0, header.size())
                .filter(i -> targets.get(i).isEmpty() || targets.get(i).startsWith("properties."))
                .mapToObj(header::get)
                .toList();
    }

    private static boolean has(List<String> header, Set<String> names) {
        return header.stream().map(AttributeNames::normal).anyMatch(names::contains);
    }

    /** Whether tables of the kind alone have a column of this name. */
    private static boolean isOf(Kind kind, String name) {
        String normal = AttributeNames.normal(name);
        return switch (kind) {
            case LEADS -> false;
            case EVENTS -> KindOf.isOfLogs(name);
            case TOUCHES -> OF_TOUCHES.contains(normal);
            case OUTCOMES -> OF_OUTCOMES.contains(normal);
            case SPEND -> OF_SPEND.contains(normal);
        };
    }
}
