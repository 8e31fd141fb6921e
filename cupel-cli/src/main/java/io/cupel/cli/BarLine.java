package io.cupel.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** The line that a progress bar stands on, which is free again when the bar has gone: the library would end it. */
final class BarLine extends ConsoleProgressBarConsumer {
    private final PrintStream line;

    BarLine(PrintStream line) {
        super(line);
        this.line = line;
    }

    @Override
    public void close() {
        line.flush();
    }
}
