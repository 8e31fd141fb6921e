/** The contract file: read with places, checked all at once, compared. */
@NullMarked
package io.cupel.contract;

import org.jspecify.annotations.NullMarked;
