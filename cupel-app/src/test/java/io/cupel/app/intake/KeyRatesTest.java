package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRatesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final KeyRates rates = new KeyRates(clock);

    private static WriteKey key(int number, int perSecond, int ofAddress) {
        return new WriteKey(number, "k", Origin.BROWSER, List.of(), perSecond, ofAddress, null, NOW, null);
    }

    @Test
    void tenSecondsWorthMayComeAtOnceAndThenSoManyASecond() {
        WriteKey key = key(1, 5, 1_000);
        assertThat(rates.take(key, "a", 50)).isNull();
        assertThat(rates.take(key, "a", 1)).isEqualTo(Duration.ofMillis(200));
        clock.pass(Duration.ofSeconds(2));
        assertThat(rates.take(key, "a", 10)).isNull();
        assertThat(rates.take(key, "a", 1)).isNotNull();
    }

    @Test
    void anAddressHasALimitOfItsOwnWithEachKey() {
        WriteKey key = key(1, 1_000, 1);
        assertThat(rates.take(key, "a", 10)).isNull();
        assertThat(rates.take(key, "a", 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rates.take(key, "b", 10)).isNull();
        assertThat(rates.take(key(2, 1_000, 1), "a", 10)).isNull();
    }

    @Test
    void aBatchThatIsLargerThanTheLimitComesWhenNothingElseCame() {
        WriteKey key = key(1, 1, 1_000);
        assertThat(rates.take(key, null, 500)).isNull();
        assertThat(rates.take(key, null, 500)).isEqualTo(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(10));
        assertThat(rates.take(key, null, 500)).isNull();
    }

    @Test
    void addressesAreForgottenWhereThereAreTooMany() {
        WriteKey key = key(1, 1_000_000, 1);
        assertThat(rates.take(key, "first", 10)).isNull();
        for (int i = 0; i < KeyRates.ADDRESSES_MAX; i++) {
            assertThat(rates.take(key, "a" + i, 1)).isNull();
        }
        assertThat(rates.take(key, "first", 10)).isNull();
        assertThat(rates.take(key, "a" + (KeyRates.ADDRESSES_MAX - 1), 10)).isNotNull();
    }
}
