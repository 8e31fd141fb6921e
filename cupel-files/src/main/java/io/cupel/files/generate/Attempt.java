package io.cupel.files.generate;

/**
 * Something sales did to reach a lead, or the lead's answer.
 *
 * @param by the rep's address
 * @param channel call, email or meeting
 * @param direction outbound or inbound
 * @param outcome in a rep's words
 */
record Attempt(long at, String by, String channel, String direction, String outcome) {}
