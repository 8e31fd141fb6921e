package io.cupel.bench;

import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
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
        boolean files = !words.isEmpty() && words.get(0).equals("files");
        boolean named = files || (!words.isEmpty() && words.get(0).equals("engine"));
        List<String> rest = named ? words.subList(1, words.size()) : words;
        Options options;
        try {
            options = files ? Options.ofFiles(rest) : Options.of(rest);
        } catch (IllegalArgumentException e) {
            System.err.println("cupel: " + e.getMessage() + "; ./cupel bench --help tells the arguments");
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getProperty("cupel.root", "."));
        System.err.printf(
                Locale.ROOT,
                "Workload W1, %,d leads, %,d events, %d rounds ...%n",
                options.leads(),
                options.events(),
                options.rounds());
        Contract contract =
                ContractFile.read(root.resolve("bench/w1.yaml")).check().orThrow();
        Report report =
                files ? new FilesBench(options, root).run(contract) : new EngineBench(options, contract, root).run();
        System.out.print(report.text());
        Path history = History.append(root, files ? "files" : "engine", options, report.figures());
        System.err.println("Appended to " + root.relativize(history));
    }
}
