package io.cupel.cli;

/** What a command's exit code says. docs/guide.md and every {@code --help} list them. */
final class Exit {
    static final int DONE = 0;
    static final int INPUT = 1;
    static final int USAGE = 2;
    static final int FILE = 3;
    /** Nothing was done, for it needed a yes that nobody gave. */
    static final int UNASKED = 4;

    static final int INTERNAL = 70;

    private Exit() {}
}
