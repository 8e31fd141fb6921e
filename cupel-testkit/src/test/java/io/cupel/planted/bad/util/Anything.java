package io.cupel.planted.bad.util;

/** In a package with a name that says nothing and without a package-info. */
public final class Anything {
    private Anything() {}
}
