package io.cupel.contract;

import java.util.List;
import java.util.Map;

/** A value of the file and where it stands. */
sealed interface Node permits Scalar, Node.Mapping, Node.Items, Node.Broken {
    Place place();

    /** A mapping; of a key written twice the first. */
    record Mapping(Map<String, Pair> pairs, Place place) implements Node {}

    /** A key and its value. */
    record Pair(Place keyPlace, Node value) {}

    /** A list. */
    record Items(List<Node> nodes, Place place) implements Node {}

    /** What could not be read and was already reported; readers pass over it in silence. */
    record Broken(Place place) implements Node {}
}
