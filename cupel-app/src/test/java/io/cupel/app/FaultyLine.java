package io.cupel.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that breaks off at every third request: the server has got it and has answered, but whoever asked
 * never hears of it.
 */
public final class FaultyLine implements AutoCloseable {
    private static final Set<String> PASSED = Set.of("authorization", "content-type", "accept");

    private final HttpServer line;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    private FaultyLine(HttpServer line, URI server) {
        this.line = line;
        this.server = server;
    }

    /** A line, to be closed by the caller. */
    public static FaultyLine to(URI server) throws IOException {
        HttpServer line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultyLine faulty = new FaultyLine(line, server);
        line.setExecutor(faulty.workers);
        line.createContext("/", faulty::pass);
        line.start();
        return faulty;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                    request.header(name, values.get(0));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (requests.getAndIncrement() % 3 == 0) {
                broken.incrementAndGet();
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own address. */
    public String url() {
        return "http://127.0.0.1:" + line.getAddress().getPort();
    }

    /** How many requests never got their answer. */
    public int broken() {
        return broken.get();
    }

    @Override
    public void close() {
        line.stop(0);
        workers.shutdown();
    }
}
