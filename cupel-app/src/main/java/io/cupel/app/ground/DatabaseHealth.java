package io.cupel.app.ground;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers within two seconds, and not a word more. */
final class DatabaseHealth implements HealthIndicator {
    private static final int PATIENCE_IN_SECONDS = 2;

    private final DatabaseSource source;
    private final DataSource database;

    /** One question at a time, however often somebody asks. */
    private @Nullable CompletableFuture<Boolean> question;

    DatabaseHealth(DatabaseSource source, DataSource database) {
        this.source = source;
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return source.up() && question().get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)
                    ? Health.up().build()
                    : Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Health.down().build();
        }
    }

    private synchronized CompletableFuture<Boolean> question() {
        if (question == null || question.isDone()) {
            question = CompletableFuture.supplyAsync(this::answers);
        }
        return question;
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_IN_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
