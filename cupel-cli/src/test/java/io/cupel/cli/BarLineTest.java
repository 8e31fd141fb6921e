package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class BarLineTest {
    @Test
    void aBarLeavesNoEmptyLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, UTF_8);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setConsumer(new BarLine(stream))
                .setInitialMax(2)
                .clearDisplayOnFinish()
                .build()) {
            bar.stepTo(1);
            bar.refresh();
        }
        stream.print("next");
        assertThat(err.toString(UTF_8)).doesNotContain("\n").endsWith("\rnext");
    }
}
