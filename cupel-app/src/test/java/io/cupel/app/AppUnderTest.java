package io.cupel.app;

import io.cupel.app.ground.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The whole server on a free port with a database of its own, for the tests of one class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AppUnderTest app = AppUnderTest.with("cupel.some-setting=7");
 * }</pre>
 */
public final class AppUnderTest implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private final List<String> settings;
    private final HttpClient client = HttpClient.newHttpClient();
    private TestDatabase database;
    private ConfigurableApplicationContext running;

    private AppUnderTest(List<String> settings) {
        this.settings = settings;
    }

    /** With these settings, each {@code name=value}. */
    public static AppUnderTest with(String... settings) {
        return new AppUnderTest(List.of(settings));
    }

    /** On a database that is there, until it is closed. */
    public static AppUnderTest on(TestDatabase database) {
        AppUnderTest app = with();
        app.database = database;
        app.start();
        return app;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean hasOwn = settings.stream().anyMatch(setting -> setting.startsWith("cupel.database-url="));
        database = hasOwn ? null : TestDatabase.fresh();
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Ends the server; the database stays. */
    @Override
    public void close() {
        running.close();
    }

    /** Ends the server and starts it anew on the same database. */
    public void restart() {
        running.close();
        start();
    }

    private void start() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--port=0");
        if (database != null) {
            arguments.add("--database-url=" + database.url());
        }
        settings.forEach(setting -> arguments.add("--" + setting.replaceFirst("^cupel\\.", "")));
        running = CupelApp.start(arguments, Map.of());
    }

    /** The address of a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + bean(Environment.class).getRequiredProperty("local.server.port") + path);
    }

    /** What the server answers to a GET. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** What the server answers. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of the server. */
    public <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    /** A part of the server that has a name, because there are several of its kind. */
    public <T> T bean(String name, Class<T> type) {
        return running.getBean(name, type);
    }

    /** The server's database. */
    public TestDatabase database() {
        return database;
    }
}
