package io.cupel.app.ground;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the framework from telling with a stack trace what is told as a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietFaults implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return StartFault.tell(failure, nowhere);
    }
}
