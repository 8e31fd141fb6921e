package io.cupel.app.backup;

import io.cupel.app.ground.ReachedDatabase;
import io.cupel.app.ground.Setting;
import io.cupel.app.ground.Settings;
import io.cupel.app.ground.StartFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./cupel backup} and {@code ./cupel restore}. */
public final class BackupCommand {
    private static final String HELP = """
            Use: ./cupel backup --to FILE [--NAME VALUE]...
                 ./cupel restore FILE [--force yes] [--NAME VALUE]...

            backup keeps all tables, as they are at one instant, in one file; the server may run meanwhile.
            restore fills an empty database from it; no server may run on it. --force yes replaces what is there.
            The settings are those of ./cupel serve, above all --data and --database-url. docs/export.md tells more.
            The file holds everything: keep it as you keep the database.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    /** A command that writes to these. */
    public BackupCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Whether a command line begins with one of the two. */
    public static boolean isMeant(List<String> arguments) {
        return !arguments.isEmpty()
                && (arguments.get(0).equals("backup") || arguments.get(0).equals("restore"));
    }

    /**
     * Does what the command line says.
     *
     * @return what the process ends with: 0, or 1 behind a sentence on what is wrong
     */
    public int run(List<Setting<?>> known, List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        LoggingSystem.get(BackupCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        String command = arguments.get(0);
        List<String> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        try {
            if (command.equals("backup")) {
                backup(take(rest, "--to"), Settings.read(known, rest, environment));
            } else {
                boolean force = isForced(take(rest, "--force"));
                String file = rest.isEmpty() || rest.get(0).startsWith("--") ? null : rest.remove(0);
                restore(file, force, Settings.read(known, rest, environment));
            }
            return 0;
        } catch (BackupFault fault) {
            err.println("cupel: " + command + ": " + fault.getMessage());
        } catch (StartFault fault) {
            StartFault.tell(fault, err);
        } catch (IOException e) {
            err.println("cupel: " + command + ": the file cannot be read or written ("
                    + e.getClass().getSimpleName() + "); see its folder, its rights and the room on the disk");
        } catch (SQLException e) {
            // its words can quote rows, and rows are persons
            err.println("cupel: " + command + ": the database refused it (SQL state " + e.getSQLState()
                    + "); nothing was changed");
        }
        return 1;
    }

    /** Takes a flag and its value out; null where it is not there. */
    private static @Nullable String take(List<String> arguments, String flag) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(flag + "=")) {
                return arguments.remove(i).substring(flag.length() + 1);
            }
            if (arguments.get(i).equals(flag)) {
                arguments.remove(i);
                return i < arguments.size() ? arguments.remove(i) : "";
            }
        }
        return null;
    }

    private static boolean isForced(@Nullable String told) {
        if (told != null && !told.equals("yes") && !told.equals("no")) {
            throw new BackupFault("--force takes yes or no");
        }
        return Objects.equals(told, "yes");
    }

    private void backup(@Nullable String to, Settings settings) throws IOException, SQLException {
        if (to == null || to.isEmpty()) {
            throw new BackupFault("say where to with --to FILE");
        }
        Path file = Path.of(to);
        if (Files.isDirectory(file)) {
            throw new BackupFault(file + " is a folder; name a file in it");
        }
        if (Files.exists(file)) {
            throw new BackupFault(file + " is there already, and may be the only backup; name another file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupFault("there is no folder " + folder + "; make it first");
        }
        try (ReachedDatabase database = ReachedDatabase.shared(settings, err::println);
                Connection connection = database.connect()) {
            Manifest manifest = new Backup(connection, err::println).write(file, version(), clock.instant());
            say("Wrote %,d rows of %d tables to %s (%,d KB)", manifest, file, (Files.size(file) + 1_023) / 1_024);
        }
    }

    private void restore(@Nullable String from, boolean force, Settings settings) throws IOException, SQLException {
        if (from == null) {
            throw new BackupFault("say from what: ./cupel restore FILE");
        }
        Path file = Path.of(from);
        if (!Files.isRegularFile(file)) {
            throw new BackupFault("there is no file " + file);
        }
        try (ReachedDatabase database = ReachedDatabase.alone(settings, err::println)) {
            Manifest manifest = new Restore(database, err::println).read(file, force);
            say("Restored %,d rows of %d tables from %s, made at " + manifest.madeAt(), manifest, file, 0);
        }
    }

    private void say(String form, Manifest manifest, Path file, long size) {
        out.println(String.format(
                Locale.ROOT, form, manifest.rows(), manifest.tables().size(), file, size));
    }

    private static String version() {
        String version = BackupCommand.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
