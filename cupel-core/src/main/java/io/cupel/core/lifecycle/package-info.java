/** Decisions: the state machine from visitor over MQL and PQL onward, cycle by cycle. */
@NullMarked
package io.cupel.core.lifecycle;

import org.jspecify.annotations.NullMarked;
