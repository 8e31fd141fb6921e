package io.cupel.core.state;

/**
 * A written state that is of another version, cut off, changed, or of another contract. Nothing of it is used: whoever
 * meets this folds the lead anew from the log.
 */
public final class UnreadableState extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableState(String why) {
        super("The written state of a lead cannot be read: " + why + ". Fold the lead anew from the log.");
    }
}
