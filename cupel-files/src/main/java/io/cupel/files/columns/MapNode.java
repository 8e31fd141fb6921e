package io.cupel.files.columns;

import java.util.Map;

/**
 * A value of a mapping file and its place.
 *
 * @param text of a scalar; empty of a mapping
 * @param entries of a mapping, in their order; empty of a scalar
 * @param line from 1
 * @param column from 1, in characters
 */
record MapNode(String text, Map<String, MapNode> entries, boolean isMapping, int line, int column) {}
