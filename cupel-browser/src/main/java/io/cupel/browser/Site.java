package io.cupel.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Somebody's web site, of another origin than Cupel: one page at every address, and the files of a folder below /lib.
 */
final class Site implements AutoCloseable {
    private final HttpServer server;

    private Site(HttpServer server) {
        this.server = server;
    }

    /** On a free port of this machine. */
    static Site of(String page, Path library) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", exchange -> answer(exchange, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/lib/", exchange -> {
            String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            Path file = library.resolve(name);
            byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            answer(exchange, "text/javascript; charset=utf-8", content);
        });
        server.start();
        return new Site(server);
    }

    private static void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    /** The address of a path that begins with a slash. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
