/** Files of any encoding, packed or not, as lines and as rows of text. What these mean is told elsewhere. */
@NullMarked
package io.cupel.files.text;

import org.jspecify.annotations.NullMarked;
