package io.cupel.files;

import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Source;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether a file is the export of a log: whether its first call tells its position in one. */
final class LoggedLook {
    private static final String COLUMN = "log_position";
    private static final int LOOK_BYTES = 64 * 1024;
    /** The names of the columns of a Parquet file stand at its end. */
    private static final int FOOT_BYTES = 1 << 20;

    private LoggedLook() {}

    static boolean isLogged(Path file) {
        try {
            return Form.isParquet(file) ? (isMentioned(foot(file)) && isColumn(file)) : isOfText(file);
        } catch (IOException e) {
            return false; // to read it will say what is wrong with it
        }
    }

    /** Few files name such a thing, and no others are looked at any longer. */
    private static boolean isOfText(Path file) throws IOException {
        if (!isMentioned(new String(Source.start(file, LOOK_BYTES), StandardCharsets.UTF_8))) {
            return false;
        }
        boolean isLog = Form.ofCalls(file) == Form.JSONL && Sample.holdsCalls(file);
        return isLog ? isTold(file) : isColumn(file);
    }

    private static boolean isMentioned(String text) {
        return text.contains(LogPlace.POSITION) || text.toLowerCase(Locale.ROOT).contains(COLUMN);
    }

    private static String foot(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - FOOT_BYTES));
            byte[] foot = new byte[(int) Math.min(FOOT_BYTES, in.length())];
            in.readFully(foot);
            return new String(foot, StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether the first row that can be read tells a position. */
    private static boolean isColumn(Path file) throws IOException {
        String wanted = AttributeNames.normal(COLUMN);
        try (Table table = Tables.open(file, Files::newInputStream)) {
            List<String> names =
                    table.header().stream().map(AttributeNames::normal).toList();
            int place = names.indexOf(wanted);
            Row row = place < 0 ? null : table.next();
            while (row != null && row.refusal() != null) {
                row = table.next();
            }
            return row != null && !row.cells().get(place).isBlank();
        }
    }

    /** Whether the first call that can be read tells a position. */
    private static boolean isTold(Path file) throws IOException {
        Rejections silent = new Rejections(LeadFiles.Listener.NONE, false);
        try {
            new CallLines(Files::newInputStream).visit(file, new First(), silent);
        } catch (Seen seen) {
            return seen.isTold;
        }
        return false;
    }

    private static final class First implements CallVisitor {
        @Override
        public void call(Map<String, @Nullable Object> call) throws Refusal, IOException {
            throw new Seen(LogPlace.isTold(call));
        }
    }

    /** Ends the looking. */
    private static final class Seen extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean isTold;

        Seen(boolean isTold) {
            this.isTold = isTold;
        }
    }
}
