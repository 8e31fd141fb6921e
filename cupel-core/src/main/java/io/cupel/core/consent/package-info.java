/** What people agreed to: for which purpose, on what basis, told by whom. */
@NullMarked
package io.cupel.core.consent;

import org.jspecify.annotations.NullMarked;
