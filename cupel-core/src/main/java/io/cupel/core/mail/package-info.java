/** Which opens and clicks of mails are a machine's doing. */
@NullMarked
package io.cupel.core.mail;

import org.jspecify.annotations.NullMarked;
