package io.cupel.files.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the months in the languages that exports are written in. */
public final class MonthNames {
    private static final Map<String, Integer> NUMBERS = load();

    private MonthNames() {}

    /** 1 to 12; 0 for what is no month. */
    public static int number(String word) {
        return NUMBERS.getOrDefault(NormalName.of(word), 0);
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> lines = WordList.lines("months.txt");
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).split(" +", -1)) {
                numbers.put(name, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
