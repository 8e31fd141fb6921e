package io.cupel.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of a closed vocabulary and what each means, in the order in which messages list them. */
final class Choices {
    private Choices() {}

    static <E> Map<String, E> of(String first, E one, String second, E two) {
        Map<String, E> choices = new LinkedHashMap<>();
        choices.put(first, one);
        choices.put(second, two);
        return choices;
    }

    static <E> Map<String, E> of(String first, E one, String second, E two, String third, E three) {
        Map<String, E> choices = of(first, one, second, two);
        choices.put(third, three);
        return choices;
    }
}
