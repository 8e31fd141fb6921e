package io.cupel.contract;

/** Whether a finding forbids the use of a contract. */
public enum Severity {
    FAULT,
    WARNING
}
