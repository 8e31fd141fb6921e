package io.cupel.files;

import io.cupel.files.text.LineReader;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.file.Path;

/** Goes through the calls of JSON Lines, those of batches one by one. */
final class CallLines {
    static final int EVENT_MAX = LineCalls.EVENT_MAX;
    static final int BATCH_MAX = 500 * 1024;

    private final LineCalls calls = new LineCalls(new JsonTree());
    private final Opening opening;

    CallLines(Opening opening) {
        this.opening = opening;
    }

    /** Goes through the calls of a file; gives how many lines hold none and were passed over. */
    long visit(Path file, CallVisitor visitor, Rejections rejected) throws IOException {
        String name = file.toString();
        long passedOver = 0;
        try (LineReader lines = LineReader.ofLog(Source.openLog(file, opening), BATCH_MAX)) {
            while (lines.next()) {
                if (lines.isBlank()) {
                    passedOver++;
                    continue;
                }
                long number = lines.number();
                visitor.at(name, number);
                try {
                    if (lines.isCut()) {
                        throw new Refusal(Reason.BATCH_TOO_LONG);
                    }
                    int held = calls.visit(
                            lines.text(),
                            lines.length(),
                            visitor,
                            (which, refusal, raw) -> rejected.add(name, number, which, refusal, raw));
                    passedOver += held == 0 ? 1 : 0;
                } catch (Refusal refusal) {
                    rejected.add(name, number, "", refusal, lines.shown());
                }
            }
        }
        return passedOver;
    }
}
