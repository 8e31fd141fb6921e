/**
 * What a contract says: criteria, exclusions, signals, groups, stages, response times. Values only; nothing here runs.
 */
@NullMarked
package io.cupel.core.contract;

import org.jspecify.annotations.NullMarked;
