package io.cupel.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on the error stream of a terminal, for work that takes longer than a second; elsewhere nothing. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int UPDATE_MILLIS = 200;
    private static final long MEGABYTE = 1_000_000;

    private final Shell shell;
    private final String task;
    private final String unit;
    private final long unitSize;
    private final boolean shown;
    private final long started = System.nanoTime();
    private @Nullable ProgressBar bar;

    private Progress(Shell shell, String task, String unit, long unitSize) {
        this.shell = shell;
        this.task = task;
        this.unit = unit;
        this.unitSize = unitSize;
        this.shown = shell.errIsTerminal();
    }

    static Progress bytes(Shell shell, String task) {
        return new Progress(shell, task, " MB", MEGABYTE);
    }

    static Progress leads(Shell shell, String task) {
        return new Progress(shell, task, " leads", 1);
    }

    static Progress events(Shell shell, String task) {
        return new Progress(shell, task, " events", 1);
    }

    static Progress calls(Shell shell, String task) {
        return new Progress(shell, task, " calls", 1);
    }

    void at(long done, long total) {
        if (!shown) {
            return;
        }
        ProgressBar visible = bar;
        if (visible == null && done < total && System.nanoTime() - started > PATIENCE_NANOS) {
            visible = open(total);
            bar = visible;
        }
        if (visible != null) {
            visible.maxHint(total);
            visible.stepTo(done);
        }
    }

    private ProgressBar open(long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setConsumer(new BarLine(shell.err()))
                .startsFrom(0, Duration.ofNanos(System.nanoTime() - started))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void close() {
        ProgressBar visible = bar;
        if (visible != null) {
            visible.close();
        }
    }
}
