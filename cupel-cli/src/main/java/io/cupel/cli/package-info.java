/** The commands: read arguments, call, print. */
@NullMarked
package io.cupel.cli;

import org.jspecify.annotations.NullMarked;
