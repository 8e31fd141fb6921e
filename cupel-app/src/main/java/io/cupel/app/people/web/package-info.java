/** Who is let in, and the calls about people and tokens. */
@NullMarked
package io.cupel.app.people.web;

import org.jspecify.annotations.NullMarked;
