package io.cupel.app.ground;

import org.jspecify.annotations.Nullable;

/** Entity tags of things that people edit, so that nobody's edit is lost. */
public final class Revision {
    private Revision() {}

    /** The header ETag of a revision. */
    public static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /** Ends the call unless the header If-Match names the revision that there is; {@code *} stands for any. */
    public static void check(@Nullable String ifMatch, int revision) {
        if (ifMatch == null) {
            throw new ProblemException(
                    Problem.IF_MATCH_MISSING, "send the header If-Match with the ETag of what you read and changed");
        }
        if (!ifMatch.equals("*") && !ifMatch.equals(tag(revision))) {
            throw new ProblemException(Problem.CHANGED, "read it again, make your edit there, and send that");
        }
    }
}
