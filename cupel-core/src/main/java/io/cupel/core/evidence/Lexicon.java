package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases with what they mean, read from a word list: sections in brackets, phrases between commas. A star in a phrase
 * stands for any one word. Immutable.
 */
final class Lexicon {
    /** The word that stands for the end of a clause; no star matches it. */
    static final String STOP = ".";

    private static final String STAR = "*";

    private final Map<String, List<Phrase>> byFirstWord;
    private final List<String> labels;

    private Lexicon(Map<String, List<Phrase>> byFirstWord, List<String> labels) {
        this.byFirstWord = byFirstWord;
        this.labels = labels;
    }

    static Lexicon read(String... resources) {
        var byFirstWord = new HashMap<String, List<Phrase>>();
        var labels = new LinkedHashSet<String>();
        for (String resource : resources) {
            String label = "";
            for (String line : TextResource.lines(resource)) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    label = line.substring(1, line.length() - 1);
                    labels.add(label);
                } else {
                    add(line, label, byFirstWord);
                }
            }
        }
        byFirstWord.values().forEach(phrases -> phrases.sort(Phrase.BEST_FIRST));
        return new Lexicon(Map.copyOf(byFirstWord), List.copyOf(labels));
    }

    /** The section names in the order of the file. */
    List<String> labels() {
        return labels;
    }

    /** The phrases in a text from left to right, none overlapping; of those that start at a word, the longest. */
    List<Match> scan(List<String> words) {
        var matches = new ArrayList<Match>();
        for (int at = 0; at < words.size(); ) {
            Phrase phrase = longestAt(words, at);
            if (phrase.isNone()) {
                at++;
            } else {
                matches.add(new Match(at, at + phrase.words().size(), phrase.label()));
                at += phrase.words().size();
            }
        }
        return matches;
    }

    private Phrase longestAt(List<String> words, int at) {
        for (Phrase phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
            if (phrase.startsAt(words, at)) {
                return phrase;
            }
        }
        return Phrase.NONE;
    }

    private static void add(String line, String label, Map<String, List<Phrase>> byFirstWord) {
        for (String entry : line.split(",", -1)) {
            for (String spelling : spellings(entry.strip())) {
                List<String> words = List.of(Words.fold(spelling).split(" "));
                if (!words.get(0).isEmpty()) {
                    byFirstWord
                            .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                            .add(new Phrase(words, label));
                }
            }
        }
    }

    /** German umlauts are also written as two letters; folding alone would not find these. */
    private static Set<String> spellings(String entry) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(entry);
        spellings.add(entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
        return spellings;
    }

    /** A phrase found: the words from {@code start} to before {@code end}. */
    record Match(int start, int end, String label) {}

    private record Phrase(List<String> words, String label) {
        static final Phrase NONE = new Phrase(List.of(), "");

        static final Comparator<Phrase> BEST_FIRST = Comparator.comparingInt((Phrase phrase) -> -phrase.words.size())
                .thenComparingLong(
                        phrase -> phrase.words.stream().filter(STAR::equals).count());

        boolean isNone() {
            return words.isEmpty();
        }

        boolean startsAt(List<String> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = text.get(at + i);
                boolean fits = words.get(i).equals(STAR)
                        ? !word.equals(STOP)
                        : words.get(i).equals(word);
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
    }
}
