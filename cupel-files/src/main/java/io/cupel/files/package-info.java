/** Leads and events from files, results to files; streaming. */
@NullMarked
package io.cupel.files;

import org.jspecify.annotations.NullMarked;
