package io.cupel.files;

import io.cupel.files.columns.DateOrder;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How tables of calls are read.
 *
 * @param zone of times without an offset; null where nobody names one: they are read in UTC, which is said
 * @param dates which number of a date is the day; null where the columns must prove it
 */
record TableManner(@Nullable ZoneId zone, @Nullable DateOrder dates, OccurredAt clock, TableMaps maps) {}
