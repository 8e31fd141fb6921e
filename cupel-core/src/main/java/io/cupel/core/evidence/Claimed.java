package io.cupel.core.evidence;

/**
 * What browsers say of who a lead is, as far as it is believed.
 *
 * @param visitor the anonymous id or the user id that they told beside the address
 * @param isUser whether that is a user id
 * @param since when it was told first, in milliseconds since 1970 UTC
 * @param events how many of the lead's events were told so, or under the visitor's own name
 */
public record Claimed(String visitor, boolean isUser, String address, long since, int events) {}
