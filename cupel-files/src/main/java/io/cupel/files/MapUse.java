package io.cupel.files;

import io.cupel.files.columns.TableKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a mapping file is used: the commands, as a shell takes them. */
final class MapUse {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");
    private static final Pattern ENDINGS = Pattern.compile("(?i)(\\.(csv|tsv|txt|jsonl|ndjson|parquet|gz))+$");

    private MapUse() {}

    /** The name by which a table's mapping is best saved, where nobody said another. */
    static String savedAs(Path table) {
        return bare(table) + ".map.yaml";
    }

    /**
     * From the saving to the reading.
     *
     * @param map the file of the mapping; empty where it is not saved yet
     */
    static List<String> commands(Path table, TableKind kind, String map) {
        String file = quoted(table.toString());
        String saved = quoted(map.isEmpty() ? savedAs(table) : map);
        List<String> commands = new ArrayList<>();
        if (map.isEmpty()) {
            commands.add("cupel map " + file + " --out " + saved);
        }
        String judged = "cupel qualify --contract contract.yaml --leads ";
        commands.add(
                switch (kind) {
                    case LEADS -> judged + file + " --map " + saved;
                    case COMPANIES, DEALS -> judged + "leads.csv " + file + " --map " + saved;
                    case EVENTS, TOUCHES, OUTCOMES ->
                        judged + "leads.csv --" + kind.written() + " " + file + " --map " + saved;
                    case SPEND -> {
                        boolean isJson = table.toString().contains(".jsonl");
                        String target = bare(table) + (isJson ? ".spend.csv" : ".spend.jsonl");
                        yield "cupel convert " + file + " --map " + saved + " --to " + quoted(target);
                    }
                });
        return commands;
    }

    /** The name without folders and endings. */
    private static String bare(Path table) {
        String name = ENDINGS.matcher(String.valueOf(table.getFileName())).replaceFirst("");
        return name.isEmpty() ? "table" : name;
    }

    /** One word of a shell's command. */
    private static String quoted(String path) {
        String word = path.startsWith("-") ? "./" + path : path;
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
