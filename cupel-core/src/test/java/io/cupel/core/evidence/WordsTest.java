package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VP of Sales          | vp of sales
            ' VP  of\tSales '    | vp of sales
            Géschäftsführer      | geschaftsfuhrer
            Straße               | strasse
            STRASSE              | strasse
            STRAẞE               | strasse
            Søren                | soren
            Ægir                 | aegir
            œuvre                | oeuvre
            Łódź                 | lodz
            Đorđe                | dorde
            Þór                  | thor
            ısı                  | isi
            İSTANBUL             | istanbul
            ISTANBUL             | istanbul
            ﬁnance               | finance
            ＶＰ                  | vp
            ΟΔΟΣ                 | οδοσ
            οδός                 | οδοσ
            Ёлка                 | елка
            Việt Nam             | viet nam
            """)
    void foldingLeavesTheLetters(String text, String folded) {
        assertThat(Words.fold(text)).isEqualTo(folded);
        assertThat(Words.fold(folded)).isEqualTo(folded);
    }

    @Test
    void combinedAndSeparateAccentsAreOne() {
        assertThat(Words.fold("e\u0301")).isEqualTo(Words.fold("\u00e9")).isEqualTo("e");
        assertThat(Words.fold("a\u00ADb\u200Dc\uFEFFd")).isEqualTo("abcd");
        assertThat(Words.fold("a\u200Bb\u3000c\u0000d")).isEqualTo("a b c d");
    }

    @Test
    void vowelSignsOfOtherScriptsAreLettersAndStay() {
        assertThat(Words.fold("कि")).isNotEqualTo(Words.fold("का"));
        assertThat(Words.fold("が")).isNotEqualTo(Words.fold("か"));
    }

    @Test
    void likeIsEqualityButForCaseAccentsAndBlanks() {
        var buyers = List.of("VP of Sales", "Leiter Vertrieb", "Gérant");
        assertThat(Words.like("  vp  OF sales ", buyers)).isTrue();
        assertThat(Words.like("GERANT", buyers)).isTrue();
        assertThat(Words.like("VP of Sales Operations", buyers)).isFalse();
        assertThat(Words.like("VP, of Sales", buyers)).isFalse();
        assertThat(Words.like("VP ofSales", buyers)).isFalse();
        assertThat(Words.like("", List.of("", " "))).isFalse();
        assertThat(Words.like("VP", List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Senior Director, Sales | director
            VP, Sales              | VP Sales
            VP-Sales               | VP Sales
            VP Sales               | VP / Sales
            V.P. Sales             | VP
            VP                     | V.P.
            U.S.A.                 | usa
            C++ Developer          | c++
            Developer (C++)        | C++
            C# Lead                | C#
            R&D Manager            | R&D
            R & D Manager          | R&D
            Président-directeur    | president directeur
            L'Oréal                | oreal
            Node.js Developer      | node js
            """)
    void wordsAreFoundWhole(String text, String phrase) {
        assertThat(Words.words(text, List.of("nothing", phrase))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Director               | cto
            Doctor                 | cto
            Misleading             | lead
            Directory Editor       | director
            Leadership             | lead
            VP of Sales            | VP Sales
            Sales VP               | VP Sales
            VP Salesforce          | VP Sales
            C++ Developer          | C
            C Developer            | C++
            C# Developer           | C
            R+D                    | R D E
            Manager2               | manager
            MVP                    | vp
            X-Ray                  | xray
            """)
    void partsOfWordsAreNotFound(String text, String phrase) {
        assertThat(Words.words(text, List.of(phrase))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&", "--", "."})
    void aPhraseWithoutWordsIsInNothing(String phrase) {
        assertThat(Words.words("VP - Sales & Marketing.", List.of(phrase))).isFalse();
        assertThat(Words.words(phrase, List.of(phrase))).isFalse();
    }

    @Test
    void theWordsOfATextStandInOrder() {
        assertThat(Words.of("V.P., Sales & C++ (R.&D.) a.b.cd x"))
                .containsExactly("vp", "sales", "c++", "r", "d", "ab", "cd", "x");
        assertThat(Words.of("A+B C+ #1 D##")).containsExactly("a", "b", "c+", "1", "d##");
        assertThat(Words.of("\uD83D\uDE80 \uD83D")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "ß", "a\u0301\u0323", "\u05B0\u0591", "a.", "c+", "ﷺ", "\uD83D"})
    void aMillionLettersAreReadToTheirEnd(String part) {
        String text = part.repeat(1_000_000 / part.length()) + " director";
        assertThat(Words.words(text, List.of("director"))).isTrue();
    }
}
