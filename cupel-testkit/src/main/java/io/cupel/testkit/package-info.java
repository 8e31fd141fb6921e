/** What tests share: golden files, seeded cases, the rules of the house. */
@NullMarked
package io.cupel.testkit;

import org.jspecify.annotations.NullMarked;
