@NullMarked
package io.cupel.browser;

import org.jspecify.annotations.NullMarked;
