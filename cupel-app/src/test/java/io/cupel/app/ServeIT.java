package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.ground.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    private static final String[] MAKE_KEY = {
        "-genkeypair",
        "-alias",
        "it",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-storetype",
        "PKCS12",
        "-storepass",
        "changeit",
        "-keystore"
    };

    @TempDir
    Path folder;

    @Test
    void everyLineOfAJsonLogIsAnObjectOfItsOwn() throws Exception {
        try (ServerProcess server = server("--log-format", "ecs")) {
            server.awaitReady();
            assertThat(server.words().lines())
                    .allMatch(line -> line.startsWith("{\"@timestamp\"") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("Ready  "));
        }
    }

    @Test
    void listeningBeyondThisMachineWithoutTlsIsWarnedOf() throws Exception {
        try (ServerProcess server = server("--host", "0.0.0.0")) {
            server.awaitReady();
            assertThat(server.words()).contains("WARN  Cupel listens beyond this machine (host 0.0.0.0) without TLS");
        }
    }

    @Test
    void withACertificateItSpeaksTlsAndDoesNotWarn() throws Exception {
        makeCertificate();
        try (ServerProcess server =
                server("--host", "0.0.0.0", "--tls-certificate", file("cert.pem"), "--tls-key", file("key.pem"))) {
            server.awaitReady();
            assertThat(server.words()).contains("https://0.0.0.0:").doesNotContain("WARN");
        }
    }

    @Test
    void wrongSettingsAreToldWithoutAStackTrace() throws Exception {
        try (ServerProcess server = server("--log-fromat", "ecs", "--database-connections", "1000")) {
            assertThat(server.exitCode()).isOne();
            assertThat(server.words()).isEqualTo("""
                            cupel: flag --database-connections: database-connections takes a whole number from 4 to 90
                            cupel: flag --log-fromat: there is no setting log-fromat; did you mean log-format?
                            """);
        }
    }

    @Test
    void aHostThatIsNoneIsTold() throws Exception {
        try (ServerProcess server = server("--host", " ")) {
            assertThat(server.exitCode()).isOne();
            assertThat(server.words()).isEqualTo("cupel: flag --host: host takes an address or name of this machine\n");
        }
        try (ServerProcess server = server("--host", "203.0.113.9")) {
            assertThat(server.exitCode()).isOne();
            assertThat(server.words())
                    .endsWith("cupel: What host names is no address of this machine; set one that is with --host,"
                            + " such as 127.0.0.1\n")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aTakenPortIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = server("--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(server.exitCode()).isOne();
            assertThat(server.words())
                    .endsWith("cupel: Port " + taken.getLocalPort()
                            + " is taken; choose another one with --port, or 0 for any that is free\n")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aRefusedRequestIsNotQuotedInTheLog() throws Exception {
        try (ServerProcess server = server()) {
            server.awaitReady();
            // a door that takes no GET, and a path that is none
            assertThat(server.status("/v1/track?email=ann@acme.example")).isBetween(400, 499);
            assertThat(server.status("/ann@acme.example")).isBetween(400, 499);
            server.terminate();
            assertThat(server.words()).doesNotContain("acme", "WARN", "GET");
        }
    }

    @Test
    void aSignalEndsItInGoodOrder() throws Exception {
        try (ServerProcess server = server()) {
            server.awaitReady();
            server.terminate();
            assertThat(server.words()).endsWith("INFO  Stopping     requests under way have 30 s to end\n");
        }
    }

    @Test
    void helpTellsEverySetting() {
        assertThat(ServeHelp.text(CupelApp.settings()))
                .contains("  --port\n      a whole number from 0 to 65535; without it 8080\n")
                .contains("  --database-url\n");
        assertThat(ServeHelp.text(CupelApp.settings()).lines()).allMatch(line -> line.length() <= 120);
    }

    /** On the shared cluster, which starts no database of its own. */
    private ServerProcess server(String... flags) throws Exception {
        String[] all = new String[flags.length + 2];
        all[0] = "--database-url";
        all[1] = TestDatabase.fresh().url();
        System.arraycopy(flags, 0, all, 2, flags.length);
        return ServerProcess.begin(folder.resolve("data"), all);
    }

    private void makeCertificate() throws Exception {
        String[] command = new String[MAKE_KEY.length + 2];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(MAKE_KEY, 0, command, 1, MAKE_KEY.length);
        command[command.length - 1] = file("keys.p12");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), password);
        write("cert.pem", "CERTIFICATE", keys.getCertificate("it").getEncoded());
        write("key.pem", "PRIVATE KEY", keys.getKey("it", password).getEncoded());
    }

    private void write(String name, String kind, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        String pem = "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
        Files.writeString(folder.resolve(name), pem, StandardCharsets.US_ASCII);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
