package io.cupel.files.columns;

import io.cupel.core.evidence.Words;

/** The form in which names of columns and values of stages are compared. */
public final class NormalName {
    private NormalName() {}

    /** The letters and digits of a text, small and without accents: {@code Job Title} and {@code job_title} are one. */
    public static String of(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        Words.fold(text).codePoints().filter(Character::isLetterOrDigit).forEach(normal::appendCodePoint);
        return normal.toString();
    }
}
