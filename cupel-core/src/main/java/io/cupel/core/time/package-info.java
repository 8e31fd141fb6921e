/** Spans and fading, in whole seconds and whole micro-points. */
@NullMarked
package io.cupel.core.time;

import org.jspecify.annotations.NullMarked;
