package io.cupel.app.ground;

/** How a program ended and what it said. */
record Outcome(int code, String text) {
    boolean good() {
        return code == 0;
    }
}
