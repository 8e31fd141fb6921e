package io.cupel.app.ground;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of address, database and logs; each has a heading in {@code docs/settings.md}. */
public final class GroundSettings {
    /** The address to listen at. */
    public static final Setting<String> HOST = Setting.name("host", "127.0.0.1", "an address or name of this machine");

    /** The port to listen at; 0 takes any that is free. */
    public static final Setting<Integer> PORT = Setting.whole("port", 8080, 0, 65_535, "");

    /** The folder of the embedded database. */
    static final Setting<Path> DATA = new Setting<>("data", ".cupel/data", "a folder", GroundSettings::path);

    /** An external database; empty for the embedded one. */
    static final Setting<String> DATABASE_URL = new Setting<>(
            "database-url",
            "",
            "jdbc:postgresql://HOST:PORT/DATABASE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
            DatabaseAddress::checked);

    static final Setting<String> DATABASE_USER = Setting.text("database-user", "", "a name");
    static final Setting<String> DATABASE_PASSWORD = Setting.text("database-password", "", "a password");
    static final Setting<Integer> DATABASE_CONNECTIONS = Setting.whole("database-connections", 20, 4, 90, "");

    /** As whom the embedded database runs when Cupel runs as root. */
    static final Setting<String> POSTGRES_ACCOUNT =
            Setting.text("postgres-account", "", "the name of an account of this machine");

    /** Below which the embedded database's programs are unpacked; empty for the data folder. */
    static final Setting<Path> POSTGRES_PROGRAMS =
            new Setting<>("postgres-programs", "", "a folder", GroundSettings::path);

    /** What the embedded database keeps in memory, in MB. */
    static final Setting<Integer> POSTGRES_MEMORY = Setting.whole("postgres-memory", 512, 16, 65_536, "MB");

    /** How the lines of the log look. */
    public static final Setting<String> LOG_FORMAT = Setting.word("log-format", "text", "ecs", "logstash");

    /** A file in PEM form with the server's certificate and those that vouch for it; with it the server speaks TLS. */
    static final Setting<Path> TLS_CERTIFICATE =
            new Setting<>("tls-certificate", "", "a file in PEM form", GroundSettings::path);

    /** The key to the certificate. */
    static final Setting<Path> TLS_KEY = new Setting<>("tls-key", "", "a file in PEM form", GroundSettings::path);

    private GroundSettings() {}

    /** Whether the server speaks TLS. */
    public static boolean secure(Settings settings) {
        return settings.isSet(TLS_CERTIFICATE);
    }

    /** What follows for the framework. */
    public static Map<String, Object> properties(Settings settings) {
        Map<String, Object> all = new TreeMap<>(settings.properties());
        if (!settings.get(LOG_FORMAT).equals("text")) {
            all.put("logging.structured.format.console", settings.get(LOG_FORMAT));
        }
        mustBeAddress(settings.get(HOST));
        if (settings.isSet(TLS_CERTIFICATE) != settings.isSet(TLS_KEY)) {
            throw new StartFault("tls-certificate and tls-key are set together or not at all");
        }
        if (secure(settings)) {
            all.put("server.ssl.certificate", readable(settings, TLS_CERTIFICATE));
            all.put("server.ssl.certificate-private-key", readable(settings, TLS_KEY));
        }
        return all;
    }

    private static void mustBeAddress(String host) {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartFault("host: nothing is known by that name; it takes an address or name of this machine");
        }
    }

    private static String readable(Settings settings, Setting<Path> setting) {
        Path file = settings.get(setting);
        if (!Files.isReadable(file)) {
            throw new StartFault(setting.name() + ": the file " + file + " cannot be read");
        }
        return file.toUri().toString();
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(
                HOST,
                PORT,
                TLS_CERTIFICATE,
                TLS_KEY,
                DATA,
                DATABASE_URL,
                DATABASE_USER,
                DATABASE_PASSWORD,
                DATABASE_CONNECTIONS,
                POSTGRES_ACCOUNT,
                POSTGRES_PROGRAMS,
                POSTGRES_MEMORY,
                LOG_FORMAT);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
