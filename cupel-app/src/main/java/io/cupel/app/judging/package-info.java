/** Judges the log entry by entry: where each lead stands, why, and since when. */
@NullMarked
package io.cupel.app.judging;

import org.jspecify.annotations.NullMarked;
