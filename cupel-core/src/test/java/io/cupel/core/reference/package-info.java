/**
 * The meaning a second time: plain, slow and written from the words alone, so that the engine has somebody to agree
 * with. Nothing here looks into the engine.
 */
@NullMarked
package io.cupel.core.reference;

import org.jspecify.annotations.NullMarked;
