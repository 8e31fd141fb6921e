/** Events in: the doors, whose keys open them, what was refused, and the append-only log of all calls. */
@NullMarked
package io.cupel.app.intake;

import org.jspecify.annotations.NullMarked;
