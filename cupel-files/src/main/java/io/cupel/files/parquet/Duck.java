package io.cupel.files.parquet;

import io.cupel.files.log.TempFault;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory, for one file: with its own folder for what does not fit there, which it leaves empty and
 * removed, and without the network or any other file.
 */
final class Duck implements AutoCloseable {
    private static final int THREADS_MAX = 4;

    /** What DuckDB says where the folder of temporary files is full. */
    private static final String NO_ROOM = "failed to offload";

    /** What systems say where a limit on the size of files is reached. */
    private static final String TOO_LARGE = "file too large";

    /** What DuckDB says of a query that gave no row yet when it failed. */
    private static final String UNTOLD = "invalid result set";

    /**
     * What a database may take, as DuckDB writes sizes.
     *
     * @param memory at most
     * @param disk for what does not fit there, at most; null for all that there is
     */
    record Room(String memory, @Nullable String disk) {
        static final Room USUAL = new Room("1 GB", null);
    }

    private final Path file;
    private final Room room;
    private final Path folder;
    private final DuckDBConnection connection;
    private final Thread cleaner;

    private Duck(Path file, Room room, Path folder, DuckDBConnection connection) {
        this.file = file;
        this.room = room;
        this.folder = folder;
        this.connection = connection;
        this.cleaner = new Thread(() -> removeQuietly(folder), "cupel-cleaner");
        Runtime.getRuntime().addShutdownHook(cleaner); // who stops the program by Ctrl-C wants no rest of it
    }

    /**
     * A database that may read and write one file.
     *
     * @throws IOException if DuckDB does not run here
     * @throws TempFault if nothing can be written to the folder of temporary files
     */
    static Duck of(Path file, Room room) throws IOException {
        Path folder = folder();
        try {
            DuckDBConnection connection =
                    (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings(folder, room));
            Duck duck = new Duck(file, room, folder, connection);
            if (room.disk() != null) {
                duck.run("set max_temp_directory_size = " + quoted(room.disk()));
            }
            duck.run("set allowed_paths = [" + quoted(file.toAbsolutePath().toString()) + ", " + duck.only() + "]");
            duck.run("set allowed_directories = [" + quoted(folder.toString()) + "]");
            duck.run("set enable_external_access = false");
            duck.run("set lock_configuration = true");
            return duck;
        } catch (SQLException | LinkageError e) {
            IOException notWritten = Library.notWritten(e);
            if (notWritten != null) {
                Library.removeTorn(folder);
            }
            remove(folder);
            if (notWritten != null) {
                throw new TempFault(notWritten);
            }
            String reason =
                    "Parquet needs DuckDB, which does not run on this system, or not from the folder of temporary"
                            + " files, " + folder.getParent()
                            + "; name another with CUPEL_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER";
            throw because(e, new FileFault(file.toString(), reason));
        }
    }

    /** How the names of this process's folders begin: one left by a kill tells whose it was. */
    static String ownFolders() {
        return "cupel-parquet-" + ProcessHandle.current().pid() + "-";
    }

    private static Path folder() throws IOException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(ownFolders());
            Library.expectRoom(folder);
            return folder;
        } catch (IOException e) {
            if (folder != null) {
                remove(folder);
            }
            throw new TempFault(e);
        }
    }

    private static Properties settings(Path folder, Room room) {
        Properties settings = new Properties();
        int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", room.memory());
        settings.setProperty("temp_directory", folder.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        return settings;
    }

    DuckDBConnection connection() {
        return connection;
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    /**
     * The rows that a query finds.
     *
     * @throws SQLException why there are none
     */
    ResultSet ask(Statement statement, String query) throws SQLException {
        try {
            return statement.executeQuery(query);
        } catch (SQLException e) {
            if (message(e).contains(UNTOLD)) {
                run("explain analyze " + query); // which does the same, and tells what went wrong
            }
            throw e;
        }
    }

    /** A text in SQL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The name of a column in SQL. */
    static String named(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** The file in SQL, where what it is called could also mean several files. */
    String only() {
        return quoted(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
    }

    /**
     * The rows of the file in SQL.
     *
     * @param more what else is asked of them, behind a comma
     */
    String rows(String more) {
        return "read_parquet(" + only() + ", hive_partitioning = false, binary_as_string = true" + more + ")";
    }

    /** Whether there is no room on a disk, or none for so large a file. */
    static boolean isFull(SQLException failure) {
        String message = message(failure);
        return isTooLarge(failure)
                || message.contains("no space left")
                || message.contains(NO_ROOM)
                || message.contains("disk");
    }

    private static boolean isTooLarge(SQLException failure) {
        return message(failure).contains(TOO_LARGE);
    }

    /** That a failure means no room in the folder of temporary files. */
    static TempFault noRoom(SQLException failure) {
        return new TempFault(new IOException(room(failure), failure));
    }

    private static String room(SQLException failure) {
        return isTooLarge(failure) ? TOO_LARGE : "no space left on device";
    }

    private static String message(SQLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }

    /**
     * What a failure means to a person; the words of DuckDB may repeat what stood in the file.
     *
     * @throws TempFault if the folder of temporary files has no room
     */
    IOException fault(SQLException failure, String otherwise) {
        return fault(failure, otherwise, "write it with smaller row groups");
    }

    /**
     * The same.
     *
     * @param remedy where it takes too much memory
     */
    IOException fault(SQLException failure, String otherwise, String remedy) {
        String message = message(failure);
        boolean isOfFolder = message.contains(folder.toString().toLowerCase(Locale.ROOT));
        if (message.contains(NO_ROOM) || (isOfFolder && isFull(failure))) {
            throw noRoom(failure);
        }
        if (isFull(failure)) {
            return new FileSystemException(file.toString(), null, room(failure));
        }
        if (message.startsWith("out of memory")) {
            String reason = "takes more than " + room.memory() + " of memory; " + remedy;
            return because(failure, new FileFault(file.toString(), reason));
        }
        if (message.contains("permission denied")) {
            return new FileSystemException(file.toString(), null, "permission denied");
        }
        return because(failure, new FileFault(file.toString(), otherwise));
    }

    private static IOException because(Throwable cause, IOException fault) {
        fault.initCause(cause);
        return fault;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault(e, "cannot be closed");
        } finally {
            remove(folder);
            keepNoCleaner();
        }
    }

    private void keepNoCleaner() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // the program ends, and the cleaner does its work
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            if (Files.exists(folder)) {
                remove(folder);
            }
        } catch (IOException e) {
            // the folder of temporary files is emptied by the system
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> parts = Files.walk(folder)) {
            List<Path> all = parts.sorted(Comparator.reverseOrder()).toList();
            for (Path part : all) {
                Files.deleteIfExists(part);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
