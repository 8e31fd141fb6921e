/** The calls about who is who. */
@NullMarked
package io.cupel.app.identity.web;

import org.jspecify.annotations.NullMarked;
