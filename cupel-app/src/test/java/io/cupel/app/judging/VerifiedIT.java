package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Scope;
import io.cupel.core.evidence.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class VerifiedIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void anAddressThatOnlyAPageToldIsShownAsNotVerified() {
        String page = Shipping.key(app, Origin.BROWSER);
        String program = Shipping.key(app);
        String told = "{\"type\":\"identify\",\"userId\":\"maybe\",\"traits\":{\"email\":\"maybe@claimed.example\"}}";
        assertThat(send(page, told)).isEqualTo(200);
        assertThat(shown().path("email_verified").asBoolean()).isFalse();
        long number = shown().path("number").asLong();
        JsonNode lead = Api.json(Api.scoped(app, Scope.LEADS_READ).get("/api/leads/" + number));
        assertThat(lead.path("email_verified").asBoolean()).isFalse();
        assertThat(lead.path("keys")
                        .valueStream()
                        .map(key -> key.path("verified").asBoolean()))
                .containsExactly(false, false);
        assertThat(send(program, told)).isEqualTo(200);
        assertThat(shown().path("email_verified").asBoolean()).isTrue();
        assertThat(shown().path("number").asLong()).isEqualTo(number);
    }

    private static int send(String key, String call) {
        return app.send(Shipping.request(app.uri("/v1/batch?strict=1"), key, List.of(call)))
                .statusCode();
    }

    private static JsonNode shown() {
        Audit.of(app);
        return Api.json(Api.scoped(app, Scope.LEADS_READ).get("/api/leads?key=maybe@claimed.example"))
                .path("items")
                .path(0);
    }
}
