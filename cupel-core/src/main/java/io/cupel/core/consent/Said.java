package io.cupel.core.consent;

import org.jspecify.annotations.Nullable;

/**
 * What is said about one purpose.
 *
 * @param basis on what the use rests; null where it is withheld
 * @param evidence what shows it, in the words of whoever says it; mostly empty
 */
public record Said(
        Purpose purpose, boolean isGiven, @Nullable Basis basis, Means means, String evidence) {
    /** Letters of evidence; what is longer is cut. */
    public static final int EVIDENCE_MAX = 1_000;

    public Said {
        if (isGiven != (basis != null)) {
            throw new IllegalArgumentException("what is given has a basis, what is withheld has none");
        }
        if (evidence.length() > EVIDENCE_MAX) {
            throw new IllegalArgumentException("evidence has " + EVIDENCE_MAX + " letters at most");
        }
    }

    /** Given by consent, or withheld. */
    public static Said of(Purpose purpose, boolean isGiven, Means means) {
        return new Said(purpose, isGiven, isGiven ? Basis.CONSENT : null, means, "");
    }
}
