package io.cupel.bench;

import io.cupel.contract.ContractFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs a benchmark, prints its figures and keeps them in bench/history.jsonl. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(Options.USE);
            return;
        }
        boolean named = !words.isEmpty() && words.get(0).equals("engine");
        Options options;
        try {
            options = Options.of(named ? words.subList(1, words.size()) : words);
        } catch (IllegalArgumentException e) {
            System.err.println("cupel: " + e.getMessage() + "; ./cupel bench --help tells the arguments");
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getProperty("cupel.root", "."));
        engine(options, root);
    }

    private static void engine(Options options, Path root) throws Exception {
        System.err.printf(
                Locale.ROOT,
                "Workload W1, %,d leads, %,d events, %d rounds ...%n",
                options.leads(),
                options.events(),
                options.rounds());
        EngineBench bench = new EngineBench(
                options,
                ContractFile.read(root.resolve("bench/w1.yaml")).check().orThrow(),
                root);
        Report report = bench.run();
        System.out.print(report.text());
        Path history = History.append(root, "engine", options, report.figures());
        System.err.println("Appended to " + root.relativize(history));
    }
}
