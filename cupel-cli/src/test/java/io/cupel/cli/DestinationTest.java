package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationTest {
    /** A pipe whose reader has gone, as after {@code | head}. */
    private static final OutputStream BROKEN = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    };

    @Test
    void whenNobodyReadsAnyMoreWritingEndsQuietly() {
        Shell shell = new Shell(Output.to(BROKEN), Output.to(BROKEN), Clock.systemUTC(), Map.of());
        try (Destination destination = Destination.open(shell, null)) {
            int written = 0;
            while (written < 1_000_000 && destination.line("line")) {
                written++;
            }
            assertThat(written).isLessThan(1_000);
            destination.finish();
        }
    }
}
