/** The contract in force: versions, drafts, signatures of marketing and of sales, activation. */
@NullMarked
package io.cupel.app.contracts;

import org.jspecify.annotations.NullMarked;
