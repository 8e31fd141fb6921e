package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.LeadQuery;
import io.cupel.app.judging.LeadQuery.Behind;
import io.cupel.app.judging.LeadQuery.Order;
import io.cupel.app.judging.Leads;
import io.cupel.core.engine.Fit;
import io.cupel.core.lifecycle.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of leads is asked for.
 *
 * @param isNobody whether the key that was asked for is nobody's
 */
record LeadFilters(LeadQuery query, Order order, Behind behind, int limit, boolean isNobody) {
    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::written).toList();
    private static final List<String> FITS =
            Arrays.stream(Fit.Verdict.values()).map(Fit.Verdict::written).toList();
    private static final List<String> ORDERS =
            Arrays.stream(Order.values()).map(LeadFilters::written).toList();

    static LeadFilters read(Parameters given, Leads leads) {
        Set<String> stages = given.someOf("stage", STAGES);
        String key = given.text("key");
        String company = given.text("company");
        String fit = given.oneOf("fit", FITS);
        String grade = given.text("grade");
        Long minScore = given.number("min-score", 0, Long.MAX_VALUE);
        Boolean held = given.flag("held");
        Boolean hand = given.flag("raised-hand");
        Long since = millis(given.instant("since"));
        Long until = millis(given.instant("until"));
        String ordered = given.oneOf("order", ORDERS);
        String cursor = given.text("cursor");
        int limit = given.limit();
        given.orThrow();
        Order order = ordered == null ? Order.NUMBER : Order.valueOf(ordered.toUpperCase(Locale.ROOT));
        Long number = key == null ? null : leads.withKey(key).orElse(null);
        LeadQuery query = new LeadQuery(
                stages,
                number,
                company == null ? null : company.toLowerCase(Locale.ROOT),
                fit,
                grade,
                minScore,
                held,
                hand,
                since,
                until);
        return new LeadFilters(query, order, behind(order, cursor), limit, key != null && number == null);
    }

    private static Behind behind(Order order, @Nullable String cursor) {
        if (cursor == null) {
            return Behind.NONE;
        }
        List<String> keys = Cursor.read(listOf(order), cursor, 2).keys();
        try {
            return new Behind(Long.parseLong(keys.get(0)), Long.parseLong(keys.get(1)));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.CURSOR, "take the cursor from next of this list's last answer");
        }
    }

    /** The name of the list in cursors: one of another order is not taken. */
    static String listOf(Order order) {
        return "leads-by-" + written(order);
    }

    private static String written(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
