/**
 * The compact form in which what is remembered of a lead is kept between its events: whole numbers, instants, texts.
 */
@NullMarked
package io.cupel.core.state;

import org.jspecify.annotations.NullMarked;
