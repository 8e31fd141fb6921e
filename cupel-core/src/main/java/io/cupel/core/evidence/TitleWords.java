package io.cupel.core.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a job title says about rank and field of work, by whole words and phrases: a "Director" is no CTO. Empty where
 * the title does not say. The word lists stand beside this class as text; {@code docs/attributes.md} explains the
 * values.
 */
public final class TitleWords {
    private static final Lexicon SENIORITY = Lexicon.read("title-seniority.txt");
    private static final Lexicon FUNCTION = Lexicon.read("title-function.txt");

    /** The section of phrases that only look as if they told something, such as the owner in "Homeowner". */
    private static final String NOTHING = "-";

    /** A section whose words win over words of the other sections: a "Sales Recruiter" recruits. */
    private static final String NOUN = " noun";

    /** A section that counts where no other does: the CEO who is also the head of sales is in sales. */
    private static final String FALLBACK = " fallback";

    private static final List<String> SENIORITIES = values(SENIORITY);
    private static final List<String> FUNCTIONS = values(FUNCTION);

    /** Ranks that may belong to somebody else: "CEO Assistant", "the owner's representative". */
    private static final Set<String> RANKS_OF_BOSSES = Set.of("owner", "c-level", "vp", "head", "director", "manager");

    private static final Set<String> WORDS_OF_SERVANTS = Set.of("assistant", "assistants", "secretary", "s");

    private TitleWords() {}

    /**
     * Every value that {@link #seniority} can have. Where a title tells several, the one that stands first here is
     * meant.
     */
    public static List<String> seniorities() {
        return SENIORITIES;
    }

    /** Every value that {@link #function} can have. */
    public static List<String> functions() {
        return FUNCTIONS;
    }

    /** The rank told by a title, one of {@link #seniorities}. */
    public static Optional<String> seniority(String title) {
        List<String> words = TitleText.words(title);
        List<String> told = SENIORITY.scan(words).stream()
                .filter(match -> !belongsToAnother(match, words))
                .map(Lexicon.Match::label)
                .toList();
        return SENIORITIES.stream().filter(told::contains).findFirst();
    }

    /** The field of work told by a title, one of {@link #functions}. Where it tells several, the first. */
    public static Optional<String> function(String title) {
        List<String> told = FUNCTION.scan(TitleText.words(title)).stream()
                .map(Lexicon.Match::label)
                .filter(label -> !label.equals(NOTHING))
                .toList();
        Stream<String> nouns = told.stream().filter(label -> label.endsWith(NOUN));
        Stream<String> fields = told.stream().filter(label -> !label.endsWith(FALLBACK));
        return Stream.of(nouns, fields, told.stream())
                .flatMap(each -> each)
                .findFirst()
                .map(TitleWords::plain);
    }

    private static List<String> values(Lexicon lexicon) {
        return lexicon.labels().stream()
                .filter(label -> !label.equals(NOTHING))
                .map(TitleWords::plain)
                .distinct()
                .toList();
    }

    private static boolean belongsToAnother(Lexicon.Match match, List<String> words) {
        return RANKS_OF_BOSSES.contains(match.label())
                && match.end() < words.size()
                && WORDS_OF_SERVANTS.contains(words.get(match.end()));
    }

    private static String plain(String label) {
        int blank = label.indexOf(' ');
        return blank < 0 ? label : label.substring(0, blank);
    }
}
