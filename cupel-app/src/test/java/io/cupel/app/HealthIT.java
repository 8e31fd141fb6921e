package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void metricsAreThosePrometheusReads() {
        assertThat(app.get("/metrics").body()).contains("# TYPE jvm_memory_used_bytes gauge");
    }

    @Test
    void nothingElseOfTheFrameworkIsOpen() {
        for (String path : List.of("/", "/env", "/beans", "/info", "/heapdump", "/actuator", "/shutdown")) {
            assertThat(app.get(path).statusCode()).as(path).isIn(401, 403, 404);
        }
        assertThat(app.get("/health").body()).doesNotContain("components", "details", "PostgreSQL");
    }
}
