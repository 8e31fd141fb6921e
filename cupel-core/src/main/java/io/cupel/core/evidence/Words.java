package io.cupel.core.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How text is compared in conditions: without regard to case, accents and the number of blanks. The same on every
 * machine and under every default locale, in time proportional to the length of the text.
 */
public final class Words {
    private static final int ASCII_END = 0x80;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private Words() {}

    /**
     * Whether the text equals one of the list. Punctuation counts: "VP, Sales" is not "VP Sales". Blank equals nothing.
     */
    public static boolean like(String text, Collection<String> list) {
        String folded = fold(text);
        return !folded.isEmpty() && list.stream().anyMatch(each -> fold(each).equals(folded));
    }

    /**
     * Whether the text contains one of the list as whole words, one after the other. What stands between two words
     * makes no difference: "VP, Sales" contains "VP Sales", and "Directory" does not contain "director". A word is a
     * run of letters and digits; initials with dots are one word ("V.P." is "VP"); a plus or a number sign belongs to
     * the single letter before it ("C++", "C#").
     */
    public static boolean words(String text, Collection<String> list) {
        String spaced = spaced(text);
        return list.stream().map(Words::spaced).anyMatch(phrase -> phrase.length() > 2 && spaced.contains(phrase));
    }

    /**
     * The text in the form in which texts are compared: lower-case, without accents, ligatures taken apart, trimmed,
     * and each run of blanks one space. For comparing, not for showing.
     */
    public static String fold(String text) {
        /*
         * Each character is decomposed by itself. Normalising the whole text would sort runs of combining marks, which
         * a hostile text can make quadratic; the marks that matter here are dropped anyway.
         */
        var folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (letter < ASCII_END) {
                add(letter, folded);
            } else {
                Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                        .codePoints()
                        .forEach(part -> add(part, folded));
            }
        }
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
            folded.setLength(folded.length() - 1);
        }
        return folded.toString();
    }

    /** The words of a text, folded, in their order. */
    static List<String> of(String text) {
        return ofFolded(fold(text));
    }

    static List<String> ofFolded(String folded) {
        var words = new ArrayList<String>();
        for (int at = 0; at < folded.length(); ) {
            if (!isWordPart(folded.codePointAt(at))) {
                at += Character.charCount(folded.codePointAt(at));
                continue;
            }
            int end = endOfRun(folded, at);
            if (end - at > 1) {
                words.add(folded.substring(at, end));
            } else {
                end = endOfInitials(folded, at);
                words.add(folded.substring(at, end).replace(".", ""));
            }
            at = end;
        }
        return words;
    }

    /** A single space before, between and behind the words, so that a phrase is found by its text. */
    private static String spaced(String text) {
        return " " + String.join(" ", of(text)) + " ";
    }

    private static void add(int letter, StringBuilder folded) {
        if (isBlank(letter)) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else if (!isIgnored(letter)) {
            // Up and down again, so that letters with two small forms (the Greek sigma, the dotless i) become one.
            append(Character.toLowerCase(Character.toUpperCase(letter)), folded);
        }
    }

    /** Letters that Unicode does not take apart, as people write them on another keyboard. */
    private static void append(int letter, StringBuilder folded) {
        switch (letter) {
            case 'ß', 'ẞ' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ħ' -> folded.append('h');
            case 'ŧ' -> folded.append('t');
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(letter);
        }
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || letter == ZERO_WIDTH_SPACE;
    }

    /** Accents, and characters without a shape (soft hyphens, joiners, direction marks, variation selectors). */
    private static boolean isIgnored(int letter) {
        return isWithin(0x0300, 0x036F, letter)
                || isWithin(0x1AB0, 0x1AFF, letter)
                || isWithin(0x1DC0, 0x1DFF, letter)
                || isWithin(0x20D0, 0x20FF, letter)
                || isWithin(0xFE00, 0xFE0F, letter)
                || isWithin(0xFE20, 0xFE2F, letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    private static boolean isWithin(int first, int last, int letter) {
        return first <= letter && letter <= last;
    }

    private static boolean isWordPart(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER -> true;
            default -> Character.isLetterOrDigit(letter);
        };
    }

    private static boolean isWordPartAt(String folded, int at) {
        return at < folded.length() && isWordPart(folded.codePointAt(at));
    }

    private static int endOfRun(String folded, int start) {
        int end = start;
        while (isWordPartAt(folded, end)) {
            end += Character.charCount(folded.codePointAt(end));
        }
        return end;
    }

    /** Where the word ends that begins with a single letter: behind "v.p", "c++", or the letter itself. */
    private static int endOfInitials(String folded, int start) {
        int end = start + 1;
        while (isInitial(folded, end)) {
            end += 2;
        }
        int sign = end;
        while (end == start + 1 && sign < folded.length() && "+#".indexOf(folded.charAt(sign)) >= 0) {
            sign++;
        }
        return sign > end && !isWordPartAt(folded, sign) ? sign : end;
    }

    /** Whether a dot and one more single letter follow. */
    private static boolean isInitial(String folded, int dot) {
        return dot + 1 < folded.length()
                && folded.charAt(dot) == '.'
                && Character.isLetter(folded.charAt(dot + 1))
                && !isWordPartAt(folded, dot + 2);
    }
}
