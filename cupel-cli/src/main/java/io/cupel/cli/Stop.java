package io.cupel.cli;

/** Ends a command with one sentence for the person in front of it. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    private Stop(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** The input has faults. */
    static Stop input(String sentence) {
        return new Stop(Exit.INPUT, sentence);
    }

    /** The command was called in a wrong way. */
    static Stop usage(String sentence) {
        return new Stop(Exit.USAGE, sentence);
    }

    /** A file cannot be read or written. */
    static Stop file(String sentence) {
        return new Stop(Exit.FILE, sentence);
    }

    int exit() {
        return exit;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
