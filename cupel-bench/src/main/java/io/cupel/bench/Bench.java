package io.cupel.bench;

import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs a benchmark, prints its figures and keeps them in bench/history.jsonl. */
public final class Bench {
    private static final List<String> NAMES = List.of("engine", "files", "ingest");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(Options.USE);
            return;
        }
        boolean named = !words.isEmpty() && NAMES.contains(words.get(0));
        String name = named ? words.get(0) : NAMES.get(0);
        List<String> rest = named ? words.subList(1, words.size()) : words;
        Path root = Path.of(System.getProperty("cupel.root", "."));
        Run run;
        try {
            run = of(name, rest, root);
        } catch (IllegalArgumentException e) {
            System.err.println("cupel: " + e.getMessage() + "; ./cupel bench --help tells the arguments");
            System.exit(2);
            return;
        }
        run.run();
    }

    private interface Run {
        void run() throws Exception;
    }

    private static Run of(String name, List<String> rest, Path root) {
        if (name.equals("ingest")) {
            IngestOptions options = IngestOptions.of(rest);
            return () -> ingest(options, root);
        }
        Options options = name.equals("files") ? Options.ofFiles(rest) : Options.of(rest);
        return () -> inMemoryOrFiles(name, options, root);
    }

    private static void ingest(IngestOptions options, Path root) throws Exception {
        System.err.printf(
                Locale.ROOT,
                "Workload W1 into a server, %,d leads, %,d events a round, %d rounds ...%n",
                options.leads(),
                options.events(),
                options.rounds());
        tell("ingest", new IngestBench(options, root).run(), options.size(), root);
    }

    private static void inMemoryOrFiles(String name, Options options, Path root) throws Exception {
        System.err.printf(
                Locale.ROOT,
                "Workload W1, %,d leads, %,d events, %d rounds ...%n",
                options.leads(),
                options.events(),
                options.rounds());
        Contract contract =
                ContractFile.read(root.resolve("bench/w1.yaml")).check().orThrow();
        Report report = name.equals("files")
                ? new FilesBench(options, root).run(contract)
                : new EngineBench(options, contract, root).run();
        tell(name, report, options.size(), root);
    }

    private static void tell(String name, Report report, Json size, Path root) throws Exception {
        System.out.print(report.text());
        Path history = History.append(root, name, size, report.figures());
        System.err.println("Appended to " + root.relativize(history));
    }
}
