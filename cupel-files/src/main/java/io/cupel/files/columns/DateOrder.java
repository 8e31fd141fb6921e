package io.cupel.files.columns;

import java.util.Locale;

/** Which number of a date such as 3/4/2024 is the day. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** As options and mapping files write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
