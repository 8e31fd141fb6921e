package io.cupel.app.ground;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the values of a body one by one and tells all faults at once. */
public final class Fields {
    private final List<Fault> faults = new ArrayList<>();

    /** A text that must be there, of at most so many characters; blanks around it do not count. */
    public String text(String place, @Nullable String value, int charactersMax) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            faults.add(new Fault(place, "it is missing"));
        } else if (text.codePointCount(0, text.length()) > charactersMax) {
            faults.add(new Fault(place, "it is longer than " + charactersMax + " characters"));
        } else if (text.codePoints().anyMatch(Fields::isStrange)) {
            faults.add(new Fault(place, "it has a control character or half of a character"));
        }
        return text;
    }

    private static boolean isStrange(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** A whole number within bounds; the usual one where none was told. */
    public int number(String place, @Nullable Integer value, int usual, int least, int most) {
        int number = value == null ? usual : value;
        if (number < least || number > most) {
            faults.add(new Fault(place, "it must be from " + least + " to " + most));
        }
        return number;
    }

    /** Notes a fault that the caller found. */
    public void fault(String place, String message) {
        faults.add(new Fault(place, message));
    }

    /** Ends the call where there are faults. */
    public void orThrow() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.INVALID, "the body is not what this call takes", faults);
        }
    }
}
