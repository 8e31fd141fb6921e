/** Who may do what: persons, their roles, the tokens by which programs and people call the API. */
@NullMarked
package io.cupel.app.people;

import org.jspecify.annotations.NullMarked;
