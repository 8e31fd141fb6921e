package io.cupel.core.contract;

/**
 * When the acceptance report rings.
 *
 * @param watchesSql whether SQL among decided leads is watched, rather than acceptance
 * @param belowPercent the share below which it rings, 1 to 99
 */
public record Alarm(boolean watchesSql, int belowPercent) {
    public Alarm {
        if (belowPercent < 1 || belowPercent > 99) {
            throw new IllegalArgumentException("an alarm rings below 1 to 99 percent, was " + belowPercent);
        }
    }
}
