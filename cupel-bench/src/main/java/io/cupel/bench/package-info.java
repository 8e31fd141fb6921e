/** Benchmarks beside their anchors. */
@NullMarked
package io.cupel.bench;

import org.jspecify.annotations.NullMarked;
