package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cupel.files.JsonAnswer;
import io.cupel.files.answers.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command says and asks; a small server answers as the real one would. ImportIT of the server does the rest.
 */
class ImportTest {
    private static final String SECRET = "cupel_secret";
    private static final String LEADS = """
            user_id,email,title,created
            ann,ann@acme.example,VP of Sales,2026-01-05
            bob,bob@bolt.example,CRO,2026-01-06
            cid,cid@bolt.example,CRO,2026-01-07
            ,,nobody,
            """;

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Map<String, Long> leads =
            Map.of(Sha.of("ann"), 7L, Sha.of("bob"), 8L, Sha.of("bob@bolt.example"), 9L);
    private int busy;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(body);
            boolean isBusy = busy-- > 0;
            byte[] answer = (isBusy || status != 200 ? problem() : said(path, body)).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(isBusy ? 503 : status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String problem() {
        return Json.of(Map.of("code", "CUP-API-022", "title", "The token does not allow it", "detail", "no scope"));
    }

    private String said(String path, String body) throws IOException {
        JsonAnswer asked = JsonAnswer.of(body);
        return switch (path) {
            case "/api/contracts/in-force" -> Json.of(Map.of("number", 3, "name", "b2b-workshop"));
            case "/api/contracts/3" -> Files.readString(Run.file(Run.WORKSHOP));
            case "/api/imports/matches" ->
                Json.of(Map.of(
                        "leads",
                        asked.list("keys").stream()
                                .map(key -> leads.getOrDefault(key, 0L))
                                .toList(),
                        "known",
                        asked.list("messages").stream().map(message -> false).toList()));
            case "/api/imports" -> {
                int calls = asked.list("batch").size();
                yield Json.of(Map.of(
                        "fresh",
                        calls - 1,
                        "repeated",
                        0,
                        "differing",
                        0,
                        "refused",
                        List.of(Map.of(
                                "call",
                                2,
                                "reason",
                                "ERASED",
                                "detail",
                                "The call is about a person who was erased ("
                                        + asked.list("places").get(1) + ")."))));
            }
            default -> "{}";
        };
    }

    private Run run(Map<String, String> environment, String in, String... options) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), SECRET + "\n");
        Path file = Files.writeString(folder.resolve("leads.csv"), LEADS);
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                file.toString(),
                "--to",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--token-file",
                token.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(Output.to(out), Output.to(err), Run.CLOCK, environment);
        int exit = Cupel.run(shell, new ByteArrayInputStream(in.getBytes(UTF_8)), arguments.toArray(String[]::new));
        String said = out.toString(UTF_8).replace(folder + "/", "");
        return new Run(exit, said, err.toString(UTF_8).replace(folder + "/", ""));
    }

    private boolean wasAnythingSent() {
        return asked.stream().anyMatch(each -> each.startsWith("/api/imports "));
    }

    @Test
    void aPreviewTellsWhatThereIsAndSendsNothing() throws Exception {
        Run run = run(Map.of(), "", "--preview");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("3 calls for the log: 3 new, 0 there already")
                .contains("3 leads: 1 new, 1 there already (1 by user id)")
                .contains("1 lead names by keys told together several leads of the server")
                .contains("leads.csv:3 joins leads 8 and 9 (by user id)", "leads.csv:2 is lead 7 (by user id)");
        assertThat(run.err()).contains("leads.csv:5", "Nothing was imported");
        assertThat(wasAnythingSent()).isFalse();
    }

    @Test
    void nothingPersonalIsShownUnasked() throws Exception {
        Run run = run(Map.of(), "", "--preview");
        assertThat(run.out() + run.err()).doesNotContain("acme.example", "VP of Sales", SECRET);
        assertThat(run(Map.of(), "", "--preview", "--show").out()).contains("leads.csv:2 is lead 7 (ann)");
        assertThat(bodies).noneMatch(body -> body.contains("@"));
    }

    @Test
    void whereNobodyCanBeAskedNothingIsImported() throws Exception {
        Run run = run(Map.of(), "y\n");
        assertThat(run.exit()).isEqualTo(Exit.UNASKED);
        assertThat(run.err()).contains("give --yes");
        assertThat(wasAnythingSent()).isFalse();
    }

    @Test
    void onATerminalItAsks() throws Exception {
        Map<String, String> terminal = Map.of("CUPEL_STDIN", "terminal");
        assertThat(run(terminal, "\n").exit()).isEqualTo(Exit.UNASKED);
        assertThat(wasAnythingSent()).isFalse();
        Run run = run(terminal, "yes\n");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("Import this?");
        assertThat(wasAnythingSent()).isTrue();
    }

    @Test
    void whatTheServerRefusesIsTakenDownWithItsPlace() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        Run run = run(Map.of(), "", "--yes", "--rejects", rejects.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("3 calls = 2 imported + 0 there already + 1 refused");
        assertThat(run.err()).contains("leads.csv:3: is about a person who was erased");
        try (Stream<String> lines = Files.lines(rejects)) {
            assertThat(lines).hasSize(3).anyMatch(line -> line.contains(",3,is about a person who was erased,"));
        }
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        busy = 1;
        Run run = run(Map.of(), "", "--yes");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("it is busy (503); trying again");
        assertThat(asked).allMatch(each -> each.endsWith("Bearer " + SECRET));
    }

    @Test
    void aTokenThatMayNotIsOneSentence() throws Exception {
        status = 403;
        Run run = run(Map.of(), "", "--yes");
        assertThat(run.exit()).isEqualTo(Exit.INPUT);
        assertThat(run.err())
                .contains("CUP-API-022", "imports:write and contracts:read")
                .doesNotContain(SECRET);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsMissingIsAskedForBeforeAnythingIsDone() throws Exception {
        assertThat(Run.of("import", "x.csv").exit()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("import", "x.csv", "--to", "http://127.0.0.1:1").exit())
                .isEqualTo(Exit.FILE);
        String file = Files.writeString(folder.resolve("a.csv"), LEADS).toString();
        assertThat(Run.of("import", file, "--to", "http://127.0.0.1:1").err()).contains("CUPEL_TOKEN");
        assertThat(Run.of("import", file, "--to", "ftp://x", "--yes").err()).contains("no address of a server");
        assertThat(Run.of("import", file, "--to", "http://x", "--yes", "--preview")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }
}
