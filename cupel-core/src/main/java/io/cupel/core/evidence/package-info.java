/** What is known about a lead at an instant: its events, and the attributes that were told about it and its company. */
@NullMarked
package io.cupel.core.evidence;

import org.jspecify.annotations.NullMarked;
