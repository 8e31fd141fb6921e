package io.cupel.core.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a lead is and what it was told, as known now: the same object for as long as nothing of it changes. Not to be
 * changed.
 *
 * @param name as {@link Register#name} gives it
 * @param isMailVerified as {@link Register#isMailVerified} gives it
 * @param company as {@link Register#company} gives it
 * @param told as {@link Register#told} gives it
 * @param under as {@link Register#under} gives it
 */
public record About(
        String name,
        boolean isMailVerified,
        @Nullable String company,
        Map<String, Object> told,
        Map<String, Object> under) {}
