package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsPropertyTest {
    private static final List<String> PARTS = List.of("a", "b", "c", "é", "E", "ß", "1", "I", "i", "ı", "İ", "日");
    private static final List<String> BETWEEN = List.of(" ", "  ", ", ", "-", " & ", "/", "\t", "\u00A0", " (");

    @Test
    void wordsAgreesWithThePlainSearchOfOneListInAnother() {
        Seeds.cases(2_000).check((seed, random) -> {
            List<String> text = someWords(random, 6);
            List<String> phrase = someWords(random, 2);
            boolean plain = !phrase.isEmpty() && Collections.indexOfSubList(folded(text), folded(phrase)) >= 0;
            assertThat(Words.words(joined(random, text), List.of(joined(random, phrase))))
                    .isEqualTo(plain);
        });
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        Seeds.cases(2_000).check((seed, random) -> {
            var text = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x3000)
                    .filter(Character::isDefined)
                    .forEach(text::appendCodePoint);
            String once = Words.fold(text.toString());
            assertThat(Words.fold(once)).isEqualTo(once);
        });
    }

    @Test
    void caseMakesNoDifference() {
        Seeds.cases(1_000).check((seed, random) -> {
            String text = joined(random, someWords(random, 5));
            assertThat(Words.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(Words.fold(text));
        });
    }

    private static List<String> someWords(Random random, int countMax) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(countMax + 1); i > 0; i--) {
            // Two letters at least: a single one may join its neighbours by a dot or a plus.
            words.add(some(random, PARTS) + some(random, PARTS));
        }
        return words;
    }

    private static String joined(Random random, List<String> words) {
        var text = new StringBuilder();
        words.forEach(word -> text.append(some(random, BETWEEN)).append(word));
        return text + some(random, BETWEEN);
    }

    private static List<String> folded(List<String> words) {
        return words.stream().map(Words::fold).toList();
    }

    private static String some(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
