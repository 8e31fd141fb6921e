package io.cupel.files;

import io.cupel.core.consent.Categories;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Keys;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calls tell of consent in their context, and what is left of a call that tells of nothing else: one by which
 * people change their choices, and one that says itself that it must not be used for profiling. Of such a call nothing
 * is kept but whom it names, when it was and the choices. docs/consent.md tells the rules.
 */
final class ConsentCalls {
    /** As Segment's libraries name the call by which people change their choices. */
    static final String NAME = "Segment Consent Preference Updated";

    static final String CONSENT = "consent";
    private static final String CATEGORIES = "categoryPreferences";
    private static final String PRIVACY_CONTROL = "globalPrivacyControl";
    private static final String CONTEXT = CallPart.CONTEXT.written();
    private static final String TRAITS = CallPart.TRAITS.written();
    private static final String ANONYMOUS = CallPart.ANONYMOUS_ID.written();
    private static final String USER = CallPart.USER_ID.written();
    private static final String LEAD = CallPart.LEAD.written();

    /** What is kept beside whom the call names. */
    private static final List<CallPart> KEPT = List.of(
            CallPart.MESSAGE_ID,
            CallPart.TIMESTAMP,
            CallPart.ORIGINAL,
            CallPart.SENT,
            CallPart.RECEIVED,
            CallPart.POSITION,
            CallPart.KEY_ORIGIN);

    /** Longer names of categories are left out. */
    private static final int CATEGORY_MAX = 100;

    private ConsentCalls() {}

    /** Whether people change their choices by it, and do nothing else. */
    static boolean isUpdate(Map<String, @Nullable Object> call) {
        Object type = call.get("type") == null ? call.get("action") : call.get("type");
        return "track".equals(type) && call.get("event") instanceof String name && NAME.equals(name.strip());
    }

    /** Whether it says itself that it must not be used to judge anybody. */
    static boolean withholdsProfiling(Map<String, @Nullable Object> call) {
        return areWithholding(consent(call));
    }

    /** The same of what stands in its context under that name. */
    static boolean areWithholding(@Nullable Object consent) {
        return consent != null // as mostly
                && preferences(consent).entrySet().stream()
                        .anyMatch(each -> Boolean.FALSE.equals(truth(each.getValue()))
                                && Categories.purpose(each.getKey())
                                        .filter(Purpose.PROFILING::equals)
                                        .isPresent());
    }

    /** Whether a call that cannot be read may say that, for it speaks of choices. */
    static boolean mayWithhold(String raw) {
        return raw.contains(CATEGORIES);
    }

    /** Whether nothing else of it may be kept. */
    static boolean isReduced(Map<String, @Nullable Object> call) {
        return isUpdate(call) || withholdsProfiling(call);
    }

    /** What it says about purposes, about each at most one thing: where it says both, it withholds. */
    static List<Said> said(Map<String, @Nullable Object> call) {
        Map<Purpose, Said> said = new EnumMap<>(Purpose.class);
        preferences(consent(call)).forEach((category, value) -> {
            Boolean isGiven = truth(value);
            Purpose purpose = Categories.purpose(category).orElse(null);
            if (isGiven != null && purpose != null) {
                said.merge(
                        purpose,
                        Said.of(purpose, isGiven, Means.PREFERENCES),
                        (one, other) -> one.isGiven() ? other : one);
            }
        });
        Said sharing = said.get(Purpose.SHARING);
        if (isPrivate(call) && (sharing == null || sharing.isGiven())) {
            said.put(Purpose.SHARING, Said.of(Purpose.SHARING, false, Means.PRIVACY_CONTROL));
        }
        return List.copyOf(said.values());
    }

    private static boolean isPrivate(Map<String, @Nullable Object> call) {
        return call.get(CONTEXT) instanceof Map<?, ?> context
                && Boolean.TRUE.equals(truth(context.get(PRIVACY_CONTROL)));
    }

    /** Notes that the browser that sent a call is set to Global Privacy Control. */
    static void makePrivate(Map<String, @Nullable Object> call) {
        Map<String, @Nullable Object> told = CallTree.object(call.get(CONTEXT));
        Map<String, @Nullable Object> context = told == null ? new LinkedHashMap<>() : new LinkedHashMap<>(told);
        context.put(PRIVACY_CONTROL, true);
        call.put(CONTEXT, context);
    }

    /**
     * What is left of a call, a call itself of which the same is left.
     *
     * @param keys whom it names
     * @param values what it tells of the lead, of which the address and the number are kept
     */
    static Map<String, @Nullable Object> reduced(
            Map<String, @Nullable Object> call, Keys keys, Map<String, Object> values) {
        Map<String, @Nullable Object> reduced = new LinkedHashMap<>();
        reduced.put("type", "track");
        reduced.put("event", NAME);
        for (CallPart part : KEPT) {
            if (call.get(part.written()) != null) {
                reduced.put(part.written(), call.get(part.written()));
            }
        }
        Map<String, @Nullable Object> traits = new LinkedHashMap<>();
        if (keys.isContact()) {
            keep(call, USER, reduced, USER);
            keep(call, LEAD, reduced, LEAD);
            keep(values, "lead.email", traits, "email");
            keep(values, "lead.phone", traits, "phone");
        } else {
            keep(call, ANONYMOUS, reduced, ANONYMOUS);
        }
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        Map<String, @Nullable Object> choices = new LinkedHashMap<>();
        preferences(consent(call)).forEach((category, value) -> {
            if (category.length() <= CATEGORY_MAX && truth(value) != null) {
                choices.put(category, truth(value));
            }
        });
        context.put(CONSENT, Map.of(CATEGORIES, choices));
        if (isPrivate(call)) {
            context.put(PRIVACY_CONTROL, true);
        }
        if (!traits.isEmpty()) {
            context.put(TRAITS, traits);
        }
        reduced.put(CONTEXT, context);
        return reduced;
    }

    /** Whether what is left of a call names a person, and not only a browser or device. */
    static boolean isNamed(Map<String, @Nullable Object> reduced) {
        return reduced.get(USER) != null
                || reduced.get(LEAD) != null
                || (reduced.get(CONTEXT) instanceof Map<?, ?> context && context.get(TRAITS) != null);
    }

    private static void keep(
            Map<String, ? extends @Nullable Object> from, String name, Map<String, @Nullable Object> to, String as) {
        Object value = from.get(name);
        if (value != null) {
            to.put(as, value);
        }
    }

    private static @Nullable Object consent(Map<String, @Nullable Object> call) {
        return call.get(CONTEXT) instanceof Map<?, ?> context ? context.get(CONSENT) : null;
    }

    private static Map<String, @Nullable Object> preferences(@Nullable Object consent) {
        Map<String, @Nullable Object> preferences = new LinkedHashMap<>();
        if (consent instanceof Map<?, ?> told && told.get(CATEGORIES) instanceof Map<?, ?> categories) {
            // names that mean the same stand in an order of their own, so that copies of a call are read alike
            new ArrayList<>(categories.keySet())
                    .stream()
                            .map(Objects::toString)
                            .sorted()
                            .forEach(name -> preferences.put(name, categories.get(name)));
        }
        return preferences;
    }

    /** A yes or a no, as calls write them; null for anything else. */
    static @Nullable Boolean truth(@Nullable Object told) {
        if (told instanceof Boolean truth) {
            return truth;
        }
        String word = told instanceof Long || told instanceof String ? told.toString() : "";
        return Truths.isTrue(word) ? Boolean.TRUE : Truths.isFalse(word) ? Boolean.FALSE : null;
    }
}
