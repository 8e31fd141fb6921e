/** A made-up company's year, drawn from a seed: leads, what they did, what sales did, and what is true about it. */
@NullMarked
package io.cupel.files.generate;

import org.jspecify.annotations.NullMarked;
