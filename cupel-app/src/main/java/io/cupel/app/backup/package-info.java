/** All that a server keeps as one file, and a server made from such a file again. */
@NullMarked
package io.cupel.app.backup;

import org.jspecify.annotations.NullMarked;
