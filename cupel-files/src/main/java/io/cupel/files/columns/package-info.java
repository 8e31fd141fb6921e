/** What the columns of a table mean: told by their names, by a mapping file, by what stands in them. */
@NullMarked
package io.cupel.files.columns;

import org.jspecify.annotations.NullMarked;
