package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final Resent resent = new Resent(clock);

    private static ByteBuffer print(int key, String type, String body) {
        WriteKey of = new WriteKey(key, "k", Origin.SERVER, List.of(), 1_000, 1_000, null, NOW, null);
        return Resent.print(of, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRequestIsKnownByItsKeyItsDoorAndEachByte() {
        resent.took(print(1, "page", "{}"), 3);
        assertThat(resent.calls(print(1, "page", "{}"))).hasValue(3);
        assertThat(resent.calls(print(2, "page", "{}"))).isEmpty();
        assertThat(resent.calls(print(1, "track", "{}"))).isEmpty();
        assertThat(resent.calls(print(1, null, "{}"))).isEmpty();
        assertThat(resent.calls(print(1, "page", "{ }"))).isEmpty();
        assertThat(resent.calls(print(1, "pag", "e{}"))).isEmpty();
    }

    @Test
    void afterTenMinutesItIsReadAgain() {
        resent.took(print(1, null, "{}"), 1);
        clock.pass(Resent.STAYS);
        assertThat(resent.calls(print(1, null, "{}"))).hasValue(1);
        clock.pass(Duration.ofNanos(1));
        assertThat(resent.calls(print(1, null, "{}"))).isEmpty();
    }

    @Test
    void noMoreThanSoManyAreRemembered() {
        for (int i = 0; i <= Resent.REQUESTS_MAX; i++) {
            resent.took(print(1, null, "{\"n\":" + i + "}"), 1);
        }
        assertThat(resent.calls(print(1, null, "{\"n\":0}"))).isEmpty();
        assertThat(resent.calls(print(1, null, "{\"n\":1}"))).hasValue(1);
    }

    @Test
    void whatADatabaseThatFailedHasIsLookedUp() {
        resent.took(print(1, null, "{}"), 1);
        resent.forget();
        assertThat(resent.calls(print(1, null, "{}"))).isEmpty();
    }
}
