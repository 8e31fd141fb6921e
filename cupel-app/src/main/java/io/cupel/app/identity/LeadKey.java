package io.cupel.app.identity;

/**
 * A key of a lead.
 *
 * @param kind as what it was told: {@code user}, {@code email}, {@code further-email}, {@code phone}, {@code crm}
 * @param text as it was told first
 * @param isVerified whether others than browsers told it
 */
public record LeadKey(String kind, String text, boolean isVerified) {}
