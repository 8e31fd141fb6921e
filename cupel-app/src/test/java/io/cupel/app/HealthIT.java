package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void aStartedServerIsUp() {
        assertThat(app.get("/health").statusCode()).isEqualTo(200);
        assertThat(app.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(app.get("/health/readiness").body()).contains("UP");
    }
}
