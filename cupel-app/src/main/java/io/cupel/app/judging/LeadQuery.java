package io.cupel.app.judging;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list has; null stands for all. Instants are milliseconds since 1970 UTC.
 *
 * @param stages as written; empty for all
 * @param number of one lead alone
 * @param company its domain
 * @param fit as written
 * @param minScore the least score as shown
 * @param since the present stage was entered then or later
 * @param until the present stage was entered before
 */
public record LeadQuery(
        Set<String> stages,
        @Nullable Long number,
        @Nullable String company,
        @Nullable String fit,
        @Nullable String grade,
        @Nullable Long minScore,
        @Nullable Boolean held,
        @Nullable Boolean handRaised,
        @Nullable Long since,
        @Nullable Long until) {
    /** All leads. */
    public static final LeadQuery ALL = new LeadQuery(Set.of(), null, null, null, null, null, null, null, null, null);

    public LeadQuery {
        stages = Set.copyOf(stages);
    }

    /** In which order a list stands. Behind equal keys the lower number comes first. */
    public enum Order {
        /** The lowest number first: as leads became known. */
        NUMBER,
        /** The highest score first. */
        SCORE,
        /** The latest change of stage first; stages that were entered before the first event last. */
        SINCE
    }

    /**
     * Behind which lead a list goes on.
     *
     * @param key its score, or when it entered its stage, in a list in that order
     */
    public record Behind(long key, long number) {
        /** Before the first. */
        public static final Behind NONE = new Behind(Long.MAX_VALUE, 0);
    }

    /** The key of a lead in an order. */
    public static Behind behind(Order order, LeadRow row) {
        return new Behind(
                switch (order) {
                    case NUMBER -> Long.MAX_VALUE;
                    case SCORE -> row.score();
                    case SINCE ->
                        row.since() == null
                                ? LeadListTable.NO_SINCE
                                : row.since().toEpochMilli();
                },
                row.number());
    }
}
