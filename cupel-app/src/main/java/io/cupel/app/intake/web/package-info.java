/** The doors by HTTP. */
@NullMarked
package io.cupel.app.intake.web;

import org.jspecify.annotations.NullMarked;
