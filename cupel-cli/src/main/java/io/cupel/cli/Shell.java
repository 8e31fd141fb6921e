package io.cupel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** What a command sees of the world: its streams, the clock, the environment. Tests bring their own. */
record Shell(Output out, PrintStream err, Clock clock, Map<String, String> environment) {
    /** The width where a terminal does not tell its own, or tells 0, as some do before they are drawn. */
    static final int WIDTH_DEFAULT = 120;

    /** No terminal, no width: nothing is cut or wrapped. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int WIDTH_MIN = 40;

    static Shell ofSystem() {
        return new Shell(
                Output.to(new FileOutputStream(FileDescriptor.out)),
                Output.to(new FileOutputStream(FileDescriptor.err)),
                Clock.systemUTC(),
                System.getenv());
    }

    boolean outIsTerminal() {
        return isTerminal("CUPEL_STDOUT");
    }

    /** Whether somebody can be asked. */
    boolean inIsTerminal() {
        return isTerminal("CUPEL_STDIN");
    }

    boolean errIsTerminal() {
        return isTerminal("CUPEL_STDERR");
    }

    /** The launcher tells it of each stream, which Java cannot find out; who starts Java directly gets plain text. */
    private boolean isTerminal(String variable) {
        return environment.getOrDefault(variable, "").equals("terminal");
    }

    boolean colour() {
        String wish = environment.getOrDefault("NO_COLOR", "");
        return outIsTerminal()
                && wish.isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    boolean debug() {
        return !environment.getOrDefault("CUPEL_DEBUG", "").isEmpty();
    }

    /** How many characters a line of output may have. */
    int width() {
        return outIsTerminal() ? columns() : UNLIMITED;
    }

    /** The same of a line beside the result. */
    int errWidth() {
        return errIsTerminal() ? columns() : UNLIMITED;
    }

    private int columns() {
        try {
            int told = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return told > 0 ? Math.max(WIDTH_MIN, told) : WIDTH_DEFAULT;
        } catch (NumberFormatException e) {
            return WIDTH_DEFAULT;
        }
    }

    /** A line about the work, beside the result. */
    void say(String line) {
        err.println(line);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
