package io.cupel.files;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Source;
import io.cupel.files.text.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file is written. */
public enum Form {
    CSV,
    JSONL,
    PARQUET;

    private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** So much of a file's beginning tells its form. */
    private static final int LOOK_BYTES = 64 * 1024;

    /** So much, where the first lines are long: as of a broken batch and a whole one. */
    private static final int FAR_LOOK_BYTES = 2 * CallLines.BATCH_MAX + LOOK_BYTES;

    /** One line may be broken. */
    private static final int LINES_MIN = 2;

    private static final Pattern OBJECT = Pattern.compile("[\\ufeff\\s]*\\{");

    /** A name in braces, as of merge fields: a cell with which a row of a table may begin. */
    private static final Pattern BRACED =
            Pattern.compile("[\\ufeff\\s]*\\{+\\s*[^{}\\[\\]\"':,\\s][^{}\\[\\]\"':,]*\\}+\\s*([,;|\t]|$)");

    /** A line that opens an object and says no more. */
    private static final Pattern OPENED = Pattern.compile("[\\ufeff\\s]*\\{\\s*");

    /** Objects that stand in a list of an object. */
    private static final Pattern WRAPPED = Pattern.compile("[\\ufeff\\s]*\\{\\s*\"[^\"]*\"\\s*:\\s*\\[\\s*\\{");

    /** The same with a list in it. */
    private static final Pattern OPENED_LIST = Pattern.compile("[\\ufeff\\s]*\\{\\s*\"[^\"]*\"\\s*:\\s*\\[\\s*");

    /** A line that opens a list of objects. */
    private static final Pattern LIST = Pattern.compile("[\\ufeff\\s]*\\[\\s*(\\{.*)?");

    /** What begins a list, or a name in brackets. */
    private static final Pattern BRACKET = Pattern.compile("[\\ufeff\\s]*\\[");

    /** The columns of a table stand between these; its title, before the header, may be without. */
    private static final Pattern BETWEEN_COLUMNS = Pattern.compile("[,;|\t]");

    /** The header stands within so many lines. */
    private static final int HEADER_WITHIN = 21;

    /** As options write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The form of a file that holds calls, or tables of which each row is one: those have two columns at the least.
     *
     * @throws FileFault if it can hold neither, as a web page
     * @throws IOException if it cannot be read
     */
    static Form ofCalls(Path file) throws IOException {
        Form form = of(file);
        if (form != CSV || mayHaveColumns(start(file))) {
            return form;
        }
        TextTable.expectText(file);
        return JSONL;
    }

    /**
     * Told by what the file holds, not by its name: a table where nothing says otherwise.
     *
     * @throws IOException if it cannot be read
     */
    static Form of(Path file) throws IOException {
        return isParquet(file) ? PARQUET : isOfObjects(file, start(file)) ? JSONL : CSV;
    }

    /**
     * Whether a file begins as Parquet does.
     *
     * @throws IOException if it cannot be read
     */
    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET_MAGIC.length), PARQUET_MAGIC);
        }
    }

    private static boolean mayHaveColumns(String start) {
        return start.lines()
                .limit(HEADER_WITHIN)
                .anyMatch(line -> BETWEEN_COLUMNS.matcher(line).find());
    }

    /** Whether the first line begins an object, or, as it may be broken, half of all are whole ones. */
    private static boolean isOfObjects(Path file, String start) throws FileFault {
        List<String> lines = start.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return false;
        }
        if (isSpread(lines) || isOnSeveralLines(start, lines.get(0))) {
            String remedy = WRAPPED.matcher(start).lookingAt() ? "" : ", as jq -c . does";
            throw notLines(file, ": an object stands on several lines; write one object on each line" + remedy);
        }
        if (isList(lines) || isWholeList(start)) {
            throw notLines(file, "; write one object on each line, as jq -c '.[]' does");
        }
        long objects = lines.stream().filter(Form::isObject).count();
        return isBegun(lines.get(0)) || (objects > 0 && 2 * objects >= lines.size());
    }

    private static FileFault notLines(Path file, String remedy) {
        return new FileFault(file.toString(), 1, "is JSON, but not JSON Lines" + remedy);
    }

    /** Whether an object takes several lines, and the first line is not only broken. */
    private static boolean isSpread(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        String next = lines.get(1).strip();
        return (OPENED.matcher(lines.get(0)).matches() && next.startsWith("\""))
                || (OPENED_LIST.matcher(lines.get(0)).matches() && !isObject(next));
    }

    /** Whether the first object ends on a line behind the one on which it begins. */
    private static boolean isOnSeveralLines(String start, String first) {
        return isBegun(first) && new JsonTree().lines(start.substring(start.indexOf('{'))) > 1;
    }

    /** Whether all objects stand in a list, and the first line is not only broken. */
    private static boolean isList(List<String> lines) {
        return LIST.matcher(lines.get(0)).matches()
                && (lines.size() == 1
                        || !isObject(lines.get(1))
                        || lines.get(0).strip().endsWith("["));
    }

    /** Whether the file is one list, perhaps without an object, as an interface gives where nothing is found. */
    private static boolean isWholeList(String start) {
        if (!BRACKET.matcher(start).lookingAt()) {
            return false;
        }
        try {
            return new JsonTree().read(start.substring(start.indexOf('['))) instanceof List;
        } catch (Refusal noJson) {
            return false;
        }
    }

    private static boolean isObject(String line) {
        return isBegun(line) && line.stripTrailing().endsWith("}");
    }

    private static boolean isBegun(String line) {
        return OBJECT.matcher(line).lookingAt() && !BRACED.matcher(line).lookingAt();
    }

    private static String start(Path file) throws IOException {
        byte[] bytes = Source.start(file, LOOK_BYTES);
        if (Arrays.equals(Arrays.copyOf(bytes, PARQUET_MAGIC.length), PARQUET_MAGIC)) {
            throw new FileFault(file.toString(), "is a Parquet file packed with gzip; unpack it first (gunzip)");
        }
        String start = whole(bytes, LOOK_BYTES);
        boolean isEnough = start.lines().limit(LINES_MIN).count() == LINES_MIN;
        return isEnough ? start : whole(Source.start(file, FAR_LOOK_BYTES), FAR_LOOK_BYTES);
    }

    /** Without a last line of which only the beginning was looked at. */
    private static String whole(byte[] start, int looked) {
        String text = new String(start, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return start.length < looked || end < 0 ? text : text.substring(0, end + 1);
    }
}
