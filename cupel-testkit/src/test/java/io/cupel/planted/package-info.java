/** Code that breaks one rule each, to see that the rule still catches it. */
@NullMarked
package io.cupel.planted;

import org.jspecify.annotations.NullMarked;
