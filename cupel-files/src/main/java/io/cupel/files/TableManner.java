package io.cupel.files;

import io.cupel.files.columns.DateOrder;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How tables of calls are read.
 *
 * @param zone of times without an offset
 * @param dates which number of a date is the day; null where the columns must prove it
 */
record TableManner(ZoneId zone, @Nullable DateOrder dates, OccurredAt clock, TableMaps maps) {}
