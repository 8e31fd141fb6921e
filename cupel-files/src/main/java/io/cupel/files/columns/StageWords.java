package io.cupel.files.columns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where values of other systems' stages put a lead. */
public final class StageWords {
    private static final String WORD = "word ";
    private static final StageWords KNOWN = load();

    private final Map<String, Placement> values;
    private final Map<String, Placement> words;

    private StageWords(Map<String, Placement> values, Map<String, Placement> words) {
        this.values = Map.copyOf(values);
        this.words = Map.copyOf(words);
    }

    /** Those that HubSpot, Salesforce, Zoho and others write; docs/files.md lists them. */
    public static StageWords known() {
        return KNOWN;
    }

    /** The same with further values, which come before the known ones. */
    public StageWords with(Map<String, Placement> further) {
        Map<String, Placement> all = new HashMap<>(values);
        further.forEach((value, placement) -> all.put(NormalName.of(value), placement));
        return new StageWords(all, words);
    }

    /** Where a value puts a lead; empty where the value is not known. */
    public Optional<Placement> placement(String value) {
        return Optional.ofNullable(values.get(NormalName.of(value)));
    }

    /** The word of a value that lets it be guessed, for proposals alone; empty where there is none. */
    public Optional<String> hint(String value) {
        return java.util.Arrays.stream(value.split("[^\\p{L}\\p{N}]+", -1))
                .map(NormalName::of)
                .filter(words::containsKey)
                .min(java.util.Comparator.comparing(word -> words.getOrDefault(word, Placement.LEAD)));
    }

    /** Where a word puts a lead. */
    public Placement ofHint(String word) {
        return words.getOrDefault(word, Placement.LEAD);
    }

    private static StageWords load() {
        Map<String, Placement> values = new HashMap<>();
        Map<String, Placement> words = new HashMap<>();
        for (String line : WordList.lines("stages.txt")) {
            int colon = line.indexOf(':');
            boolean isWord = line.startsWith(WORD);
            String written = line.substring(isWord ? WORD.length() : 0, colon);
            Placement placement = Placement.of(written).orElseThrow();
            for (String value : WordList.split(line.substring(colon + 1))) {
                (isWord ? words : values).put(NormalName.of(value), placement);
            }
        }
        return new StageWords(values, words);
    }
}
