/** Calls in little memory: each message id once, sorted by lead. */
@NullMarked
package io.cupel.files.log;

import org.jspecify.annotations.NullMarked;
