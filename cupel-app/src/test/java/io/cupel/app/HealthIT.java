package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.people.Scope;
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
    void metricsAreThosePrometheusReadsWithAToken() {
        assertThat(app.get("/metrics").statusCode()).isEqualTo(401);
        String metrics = Api.scoped(app, Scope.METRICS_READ).get("/metrics").body();
        assertThat(metrics)
                .contains("# TYPE jvm_memory_used_bytes gauge")
                .contains("cupel_log_queue")
                .contains("cupel_judged_total")
                .contains("cupel_judging_waiting");
    }

    @Test
    void nothingElseOfTheFrameworkIsOpen() {
        for (String path : List.of("/", "/env", "/beans", "/info", "/heapdump", "/actuator", "/shutdown")) {
            assertThat(app.get(path).statusCode()).as(path).isIn(401, 403, 404);
        }
        assertThat(app.get("/health").body()).doesNotContain("components", "details", "PostgreSQL");
    }
}
