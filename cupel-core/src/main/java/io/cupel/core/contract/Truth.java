package io.cupel.core.contract;

/** The three answers to a condition. Missing evidence is neither yes nor no. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}
