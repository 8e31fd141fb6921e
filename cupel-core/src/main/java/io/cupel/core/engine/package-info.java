/** Scores: a function of contract, events and instant. One evaluator for every path. */
@NullMarked
package io.cupel.core.engine;

import org.jspecify.annotations.NullMarked;
