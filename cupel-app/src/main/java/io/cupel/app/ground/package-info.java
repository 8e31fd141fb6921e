/** What every package of the server stands on: settings, the database, health. The only shared package. */
@NullMarked
package io.cupel.app.ground;

import org.jspecify.annotations.NullMarked;
