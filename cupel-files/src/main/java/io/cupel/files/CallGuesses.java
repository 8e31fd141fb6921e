package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.NormalName;
import io.cupel.files.columns.TableKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guesses of tables of events, touches, outcomes and spend. */
final class CallGuesses {
    /** What columns of events are called, by what they tell. */
    private static final Map<String, Set<String>> OF_EVENTS = targets(
            "user_id", "userid customerid accountid uid clientid",
            "anonymous_id", "anonymousid visitorid deviceid cookieid",
            "email", "email emailaddress",
            "event", "event eventname action activity eventtype",
            "timestamp", "timestamp time eventtime datetime createdat occurredat date",
            "url", "url pageurl",
            "path", "path page pagepath",
            "message_id", "messageid eventid");

    private static final Map<String, Set<String>> OF_TOUCHES = targets(
            "lead", "lead leadid email contact",
            "at", "at date time timestamp calledat",
            "by", "by rep owner agent user",
            "channel", "channel type",
            "direction", "direction",
            "outcome", "outcome result disposition");

    private static final Map<String, Set<String>> OF_OUTCOMES = targets(
            "lead", "lead leadid email contact",
            "at", "at date time timestamp decidedat",
            "decision", "decision",
            "reason", "reason",
            "by", "by rep owner",
            "amount", "amount value",
            "currency", "currency");

    private static final Map<String, Set<String>> OF_SPEND = targets(
            "month", "month period",
            "source", "source channel",
            "campaign", "campaign campaignname",
            "amount", "amount spend cost",
            "currency", "currency");

    private CallGuesses() {}

    /** The kind that the columns speak for: that of the header, unless a table of calls is more likely. */
    static TableKind kind(List<String> header, List<ColumnLook> looks, Columns columns) {
        List<String> names = header.stream().map(NormalName::of).toList();
        if (names.contains("month") && has(names, OF_SPEND, "amount") && !columns.hasKey()) {
            return TableKind.SPEND;
        }
        if (names.contains("decision") && has(names, OF_OUTCOMES, "at")) {
            return TableKind.OUTCOMES;
        }
        if (names.contains("channel") && names.contains("direction")) {
            return TableKind.TOUCHES;
        }
        boolean hasId = has(names, OF_EVENTS, "user_id") || has(names, OF_EVENTS, "anonymous_id");
        boolean isLog = hasId && has(names, OF_EVENTS, "event") && hasTimes(names, looks);
        return isLog ? TableKind.EVENTS : columns.kind();
    }

    private static boolean has(List<String> names, Map<String, Set<String>> known, String target) {
        return names.stream().anyMatch(known.getOrDefault(target, Set.of())::contains);
    }

    private static boolean hasTimes(List<String> names, List<ColumnLook> looks) {
        for (int i = 0; i < names.size(); i++) {
            if (OF_EVENTS.getOrDefault("timestamp", Set.of()).contains(names.get(i))) {
                return looks.get(i).isOfDates() || looks.get(i).isOfNumbers();
            }
        }
        return false;
    }

    static List<Guess> of(TableKind kind, List<String> header, List<ColumnLook> looks) {
        Map<String, Set<String>> known = switch (kind) {
            case EVENTS -> OF_EVENTS;
            case TOUCHES -> OF_TOUCHES;
            case OUTCOMES -> OF_OUTCOMES;
            case SPEND -> OF_SPEND;
            case LEADS, COMPANIES, DEALS -> Map.of();
        };
        List<Guess> guesses = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = NormalName.of(header.get(i));
            String target = known.entrySet().stream()
                    .filter(each -> each.getValue().contains(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (!target.isEmpty() && taken.add(target)) {
                guesses.add(new Guess(target, "by its name" + (looks.get(i).isOfTimes() ? "; dates with times" : "")));
            } else if (kind == TableKind.EVENTS && target.isEmpty() && !name.isEmpty()) {
                String property = header.get(i).strip().replaceAll("[\\s.]+", "_");
                guesses.add(new Guess("properties." + property, "a property of the event"));
            } else {
                guesses.add(Guess.ignore("not used"));
            }
        }
        return guesses;
    }

    private static Map<String, Set<String>> targets(String... pairs) {
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            targets.put(pairs[i], Set.of(pairs[i + 1].split(" ", -1)));
        }
        return targets;
    }
}
