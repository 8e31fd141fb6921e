/** The calls about leads, companies and how far the log is judged. */
@NullMarked
package io.cupel.app.judging.web;

import org.jspecify.annotations.NullMarked;
