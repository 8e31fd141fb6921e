/** The calls about contracts. */
@NullMarked
package io.cupel.app.contracts.web;

import org.jspecify.annotations.NullMarked;
