package io.cupel.files;

import org.jspecify.annotations.Nullable;

/** What a first glance at a line shows: where its parts stand, of which kind the call is, whom it may name. */
final class Glance {
    final PlainNodes nodes = new PlainNodes();
    /** By what it is remembered whom the call names and what it tells of them. */
    final KeyBytes word = new KeyBytes();

    int wordHash;
    long at;
    /** Null where the line has to be read in full. */
    PlainKinds.@Nullable Kind kind;
}
