package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.NormalName;
import io.cupel.files.columns.TableKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses of tables of events, touches, outcomes and spend. What their names tell is proposed as it is read without a
 * mapping; a further name is believed where the table lacks what it would tell.
 */
final class CallGuesses {
    private static final Map<String, Set<String>> OF_EVENTS = targets(
            "user_id", "accountid account",
            "anonymous_id", "cookieid sessionid",
            "event", "action activity",
            "timestamp", "date createdat created eventdate",
            "path", "page");

    private static final Map<String, Set<String>> OF_TOUCHES = targets("at", "calledat sentat createdat");

    private static final Map<String, Set<String>> OF_OUTCOMES = targets("at", "decidedat createdat closedat closedate");

    private CallGuesses() {}

    /** The kind that the columns speak for: that of the header, unless a table of calls is more likely. */
    static TableKind kind(List<String> header, List<ColumnLook> looks, Columns columns) {
        Kind told = KindOf.header(header);
        if (told != Kind.LEADS) {
            return tableKind(told);
        }
        List<Guess> events = of(TableKind.EVENTS, header, looks);
        boolean hasTimes = false;
        for (int i = 0; i < events.size(); i++) {
            boolean isTime = events.get(i).written().equals("timestamp");
            hasTimes |= isTime && (looks.get(i).isOfDates() || looks.get(i).isOfNumbers());
        }
        return hasTimes && tells(events, "event") && (tells(events, "user_id") || tells(events, "anonymous_id"))
                ? TableKind.EVENTS
                : columns.kind();
    }

    private static boolean tells(List<Guess> guesses, String target) {
        return guesses.stream().anyMatch(guess -> guess.written().equals(target));
    }

    private static TableKind tableKind(Kind kind) {
        return switch (kind) {
            case LEADS -> TableKind.LEADS;
            case EVENTS -> TableKind.EVENTS;
            case TOUCHES -> TableKind.TOUCHES;
            case OUTCOMES -> TableKind.OUTCOMES;
            case SPEND -> TableKind.SPEND;
        };
    }

    /** One for each column, in their order. */
    static List<Guess> of(TableKind kind, List<String> header, List<ColumnLook> looks) {
        CallRows rows = KindOf.rows(KindOf.of(kind), header);
        Map<String, Set<String>> further = further(kind);
        Set<CallFields.Role> lacking = rows.lacking();
        List<Guess> guesses = new ArrayList<>();
        List<String> taken = new ArrayList<>(rows.targets());
        for (int i = 0; i < header.size(); i++) {
            String name = NormalName.of(header.get(i));
            String target = rows.targets().get(i);
            String instead = further.entrySet().stream()
                    .filter(each -> each.getValue().contains(name) && lacking.contains(role(each.getKey())))
                    .map(Map.Entry::getKey)
                    .filter(each -> !taken.contains(each))
                    .findFirst()
                    .orElse(null);
            if (instead != null) {
                taken.add(instead);
                guesses.add(new Guess(
                        instead,
                        "by its name; nothing else tells " + role(instead).text()));
            } else {
                guesses.add(target.isEmpty() ? Guess.ignore("") : new Guess(target, why(target, looks.get(i))));
            }
        }
        return guesses;
    }

    private static String why(String target, ColumnLook look) {
        if (target.startsWith("properties.")) {
            return "a property of the event";
        }
        return "by its name" + (look.isOfTimes() ? "; dates with times" : "");
    }

    private static Map<String, Set<String>> further(TableKind kind) {
        return switch (kind) {
            case EVENTS -> OF_EVENTS;
            case TOUCHES -> OF_TOUCHES;
            case OUTCOMES -> OF_OUTCOMES;
            case SPEND, LEADS, COMPANIES, DEALS -> Map.of();
        };
    }

    private static CallFields.Role role(String target) {
        return switch (target) {
            case "user_id", "anonymous_id" -> CallFields.Role.WHO;
            case "timestamp", "at" -> CallFields.Role.WHEN;
            default -> CallFields.Role.WHAT;
        };
    }

    private static Map<String, Set<String>> targets(String... pairs) {
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            targets.put(pairs[i], Set.of(pairs[i + 1].split(" ", -1)));
        }
        return targets;
    }
}
