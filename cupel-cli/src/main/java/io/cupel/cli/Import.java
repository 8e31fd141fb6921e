package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.files.ImportFiles;
import io.cupel.files.Kind;
import io.cupel.files.LeadFiles;
import io.cupel.files.columns.MapFault;
import io.cupel.files.text.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cupel import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "cupel import FILE... --to URL --token-file FILE [OPTION...]",
        description = {
            "Brings leads, companies, deals, events, touches, outcomes and spend into a server, after a preview.",
            "What was imported before counts once; interrupted, the same command goes on where it was."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done, or --preview was asked for.",
            "1:The files, a mapping or the token cannot be used, or --strict met an unreadable row.",
            "2:The command was called in a wrong way.",
            "3:A file cannot be read or written, or the server does not answer.",
            "4:Nothing was imported, for nobody said yes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cupel import leads.csv --to http://127.0.0.1:8080 --token-file token --preview",
            "  cupel import hubspot-*.csv events.jsonl.gz --to https://cupel.acme.example --token-file token --yes",
            "  cupel import shops.csv --map shops.map.yaml --to https://cupel.acme.example --token-file token"
        })
final class Import implements Callable<Integer> {
    /** So many rows that cannot be read are told one by one. */
    private static final int TOLD_MAX = 10;

    private static final String TOKEN = "CUPEL_TOKEN";

    private final Shell shell;
    private final InputStream in;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of any kinds, in any form, also .gz.")
    private List<Path> files = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The address of the server, such as http://127.0.0.1:8080.")
    private URI to = URI.create("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a token that has the scopes imports:write and contracts:read."
                    + " Default: the variable CUPEL_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(names = "--preview", description = "Tell what the import would come to, and import nothing.")
    private boolean preview;

    @Option(names = "--yes", description = "Import without asking.")
    private boolean yes;

    @Option(names = "--show", description = "Show in the examples of the preview by which key leads are known.")
    private boolean show;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "leads, events, touches, outcomes or spend, where the content does not tell.")
    private @Nullable Kind kind;

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(names = "--ignore-stages", description = "Let the stages that the source shows pass.")
    private boolean ignoreStages;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write what cannot be read or is refused, with the reason, as CSV, or as JSON Lines to a"
                    + " .jsonl file.")
    private @Nullable Path rejectsFile;

    /** @param in from where the answer to the question comes, whether to import */
    Import(Shell shell, InputStream in) {
        this.shell = shell;
        this.in = in;
    }

    @Override
    public Integer call() {
        if (preview && yes) {
            throw Stop.usage("--preview imports nothing, and --yes does not ask; give one of them");
        }
        files.forEach(Reading::expectRegular);
        tables.maps().forEach(Reading::expectRegular);
        Path rejected = rejectsFile;
        if (rejected != null && files.stream().anyMatch(file -> Target.isSame(rejected, file))) {
            throw Stop.usage(rejected + " is read; name another file to write");
        }
        ImportServer server = new ImportServer(address(), token(), shell);
        Contract contract = server.contract();
        LeadFiles.Manner manner = tables.manner(shell.clock().millis(), ignoreStages);
        ImportFiles.Input input = new ImportFiles.Input(files, kind, manner);
        try (Rejects rejects = Rejects.open(shell, rejectsFile, TOLD_MAX)) {
            return run(server, contract, input, rejects);
        }
    }

    private int run(ImportServer server, Contract contract, ImportFiles.Input input, Rejects rejects) {
        ImportPreview seen = new ImportPreview(server);
        ImportFiles.Result read;
        try (Progress progress = Progress.bytes(shell, "Looking")) {
            read = read(contract, input, rejects.listener(progress), seen::take, rejects);
            seen.finish();
        }
        rejects.tell();
        new ImportText(shell, show).preview(to, contract, read, seen);
        int answer = answer(seen);
        if (answer >= 0) {
            rejects.complete();
            return answer;
        }
        ImportFiles.Input again = new ImportFiles.Input(input.files(), input.kind(), input.manner(), read.differing());
        ImportRun run;
        try (Progress progress = Progress.calls(shell, "Importing")) {
            run = new ImportRun(server, seen, progress, rejects::add);
            read(contract, again, LeadFiles.Listener.NONE, run::take, rejects);
            run.finish();
        }
        rejects.tell();
        rejects.complete();
        new ImportText(shell, show).report(to, run);
        return Exit.DONE;
    }

    private ImportFiles.Result read(
            Contract contract,
            ImportFiles.Input input,
            LeadFiles.Listener listener,
            ImportFiles.Taker taker,
            Rejects rejects) {
        try {
            return ImportFiles.read(contract, input, listener, taker);
        } catch (MapFault fault) {
            throw Reading.stop(fault, shell, "nothing was imported");
        } catch (FileFault fault) {
            rejects.keep();
            throw Stop.input(String.valueOf(fault.getMessage()));
        } catch (FileSystemException e) {
            throw Stop.file("cannot read " + e.getFile() + ": " + Destination.reason(e));
        } catch (IOException e) {
            throw Stop.file("cannot read the files: " + Destination.reason(e));
        }
    }

    /** The exit code where nothing is to be imported; else negative. */
    private int answer(ImportPreview seen) {
        if (preview) {
            shell.say("Nothing was imported: --yes in place of --preview does it.");
            return Exit.DONE;
        }
        if (seen.known() == seen.calls()) {
            shell.say("There is nothing to import.");
            return Exit.DONE;
        }
        if (!yes && !isSaidYes()) {
            shell.say(
                    "Nothing was imported" + (shell.inIsTerminal() ? "." : ": give --yes where nobody can be asked."));
            return Exit.UNASKED;
        }
        return -1;
    }

    private boolean isSaidYes() {
        if (!shell.inIsTerminal()) {
            return false;
        }
        shell.say("Import this? [y/N]");
        shell.flush();
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return line != null && Set.of("y", "yes").contains(line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private URI address() {
        String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
        String host = to.getHost();
        if (host == null || !Set.of("http", "https").contains(scheme) || to.getUserInfo() != null) {
            throw Stop.usage("--to is no address of a server, such as http://127.0.0.1:8080");
        }
        boolean isLocal = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        if (scheme.equals("http") && !isLocal) {
            shell.say("Note: " + to + " is not encrypted; whoever is on the way reads the token and the leads");
        }
        return to;
    }

    private String token() {
        String token = shell.environment().getOrDefault(TOKEN, "").strip();
        Path file = tokenFile;
        if (file != null) {
            try {
                token = Files.readString(file).strip();
            } catch (IOException e) {
                throw Stop.file("cannot read " + file + ": " + Destination.reason(e));
            }
        }
        if (!token.matches("[\\x21-\\x7E]{1,500}")) {
            throw Stop.usage(
                    file == null ? "give a token: --token-file FILE, or " + TOKEN : file + " holds no token alone");
        }
        return token;
    }
}
