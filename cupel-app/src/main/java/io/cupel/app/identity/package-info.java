/** Who is who and who belongs where: what the register of the core files, and how it finds it again. */
@NullMarked
package io.cupel.app.identity;

import org.jspecify.annotations.NullMarked;
