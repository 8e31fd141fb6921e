/** The server: events in by HTTP, judged within moments. */
@NullMarked
package io.cupel.app;

import org.jspecify.annotations.NullMarked;
