/** Judgements as JSON, in the very form in which commands print them and the server answers with them. */
@NullMarked
package io.cupel.files.answers;

import org.jspecify.annotations.NullMarked;
