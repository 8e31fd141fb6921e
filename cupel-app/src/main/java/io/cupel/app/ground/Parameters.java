package io.cupel.app.ground;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the parameters of an address one by one, and tells all faults at once; one that nobody asks for is a fault.
 */
public final class Parameters {
    private static final int CHARACTERS_MAX = 1_000;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Map<String, List<String>> given;
    private final Set<String> asked = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    public Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Every value of a parameter that may be given several times, or with commas. */
    public List<String> texts(String name) {
        asked.add(name);
        List<String> texts = new ArrayList<>();
        for (String value : given.getOrDefault(name, List.of())) {
            if (value.length() > CHARACTERS_MAX || value.codePoints().anyMatch(Character::isISOControl)) {
                faults.add(new Fault(name, "it is too long or has a control character"));
            } else {
                texts.addAll(List.of(value.split(",", -1)));
            }
        }
        return texts;
    }

    /** A text without control characters; null where it is not given. */
    public @Nullable String text(String name) {
        asked.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return null;
        }
        String value = values.get(0);
        if (values.size() > 1) {
            faults.add(new Fault(name, "it is given several times"));
        } else if (value.isEmpty()
                || value.length() > CHARACTERS_MAX
                || value.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(name, "it is empty, too long or has a control character"));
        } else {
            return value;
        }
        return null;
    }

    /** One of these texts; null where it is not given. */
    public @Nullable String oneOf(String name, List<String> words) {
        String text = text(name);
        if (text != null && !words.contains(text)) {
            faults.add(new Fault(name, "it must be one of " + String.join(", ", words)));
            return null;
        }
        return text;
    }

    /** Some of these texts. */
    public Set<String> someOf(String name, List<String> words) {
        Set<String> some = new HashSet<>();
        for (String text : texts(name)) {
            if (words.contains(text)) {
                some.add(text);
            } else {
                faults.add(new Fault(name, "each must be one of " + String.join(", ", words)));
            }
        }
        return some;
    }

    /** A whole number within bounds; null where it is not given. */
    public @Nullable Long number(String name, long least, long most) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        faults.add(new Fault(name, "it must be a whole number from " + least + " to " + most));
        return null;
    }

    /** How many items; as {@link Page#limit} has it. */
    public int limit() {
        Long limit = number("limit", 1, Page.LIMIT_MAX);
        return limit == null ? Page.LIMIT_USUAL : Math.toIntExact(limit);
    }

    /** True or false; null where it is not given. */
    public @Nullable Boolean flag(String name) {
        String text = oneOf(name, List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    /** An instant from 1970 to 9999; null where it is not given. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(new Fault(name, "it must be an instant from 1970 to 9999, such as 2026-12-01T00:00:00Z"));
        return null;
    }

    /** Notes a fault that the caller found. */
    public void fault(String name, String message) {
        faults.add(new Fault(name, message));
    }

    /** Ends the call where there are faults; to be called when all parameters were asked for. */
    public void orThrow() {
        if (!asked.containsAll(given.keySet())) {
            faults.add(new Fault(
                    "",
                    "this call takes only "
                            + String.join(", ", asked.stream().sorted().toList())));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.PARAMETER, "parameters of the address are not right", faults);
        }
    }
}
