package io.cupel.files.generate;

/**
 * Something sales decided about a lead.
 *
 * @param decision accepted, rejected, sql, opportunity, won or lost
 * @param reason why; empty where none is asked for
 * @param amount in whole units of the currency; 0 where there is none
 * @param currency empty where there is no amount
 */
record Ruling(long at, String by, String decision, String reason, long amount, String currency) {}
