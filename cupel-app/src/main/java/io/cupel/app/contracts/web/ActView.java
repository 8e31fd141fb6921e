package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Act;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done, when and by whom; without a person it was the first start. */
record ActView(
        long id,
        Instant at,
        String step,
        @Nullable Long person,
        @Nullable String name,
        @Nullable Integer version,
        @Nullable Long draft,
        @Nullable String note) {
    static ActView of(Act act, Map<Long, String> names) {
        return new ActView(
                act.id(),
                act.at(),
                act.step().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                act.person(),
                act.person() == null ? null : names.getOrDefault(act.person(), ""),
                act.version(),
                act.draft(),
                act.note());
    }
}
