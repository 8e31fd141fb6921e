package io.cupel.core.contract;

/** A veto: while its condition is true, no score qualifies the lead. */
public record Exclusion(String name, Condition when) {}
