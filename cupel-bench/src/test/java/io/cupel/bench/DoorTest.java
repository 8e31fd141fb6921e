package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cupel.bench.IngestCalls.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final byte[] SUCCESS = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Door.Address address;

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = new Door.Address(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void answer(Reply reply) {
        server.createContext("/v1/", exchange -> {
            heard.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            reply.to(exchange);
            exchange.close();
        });
    }

    private static Call call(String json) {
        return new Call(0, "1", "page", 0, json);
    }

    @Test
    void answersOfKnownAndOfUnknownLengthAreReadToTheirEnd() throws IOException {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, heard.size() % 2 == 0 ? SUCCESS.length : 0);
            exchange.getResponseBody().write(SUCCESS);
        });
        try (Door door = new Door(address.server())) {
            for (int i = 0; i < 4; i++) {
                door.send(address.single(call("{}")));
            }
            door.send(address.batch(List.of(call("{}"), call("{}"))));
        }
        assertThat(heard).hasSize(5).contains("/v1/page {}").endsWith("/v1/batch {\"batch\":[{},{}]}");
    }

    @Test
    void aConnectionThatTheServerEndsIsOpenedAgain() throws IOException {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, SUCCESS.length);
            exchange.getResponseBody().write(SUCCESS);
        });
        try (Door door = new Door(address.server())) {
            door.send(address.single(call("{}")));
            door.send(address.single(call("{}")));
        }
        assertThat(heard).hasSize(2);
    }

    @Test
    void anythingButSuccessEndsTheRun() throws IOException {
        answer(exchange -> exchange.sendResponseHeaders(429, -1));
        try (Door door = new Door(address.server())) {
            assertThatThrownBy(() -> door.send(address.single(call("{}"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("429");
        }
    }
}
