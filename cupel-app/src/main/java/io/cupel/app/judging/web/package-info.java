/** The leads by HTTP. */
@NullMarked
package io.cupel.app.judging.web;

import org.jspecify.annotations.NullMarked;
