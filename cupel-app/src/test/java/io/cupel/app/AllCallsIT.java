package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AllCalls.Call;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Open;
import io.cupel.app.people.Scope;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries every call of {@link AllCalls} with every scope and with none; a call that is not in the table fails. */
class AllCallsIT {
    private static final String DOORS = "/v1/{door}";

    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final Set<Integer> DENIED = Set.of(401, 403);

    @Test
    void theTableHasEveryCallOfTheServer() {
        Set<String> listed = AllCalls.TABLE.stream().map(Call::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = mapped().map(Mapped::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped)
                .as("calls of the server; AllCalls.TABLE says which scope each needs")
                .isEqualTo(listed);
        assertThat(AllCalls.TABLE).hasSameSizeAs(listed);
    }

    @Test
    void whatTheCodeAsksForIsWhatTheTableSays() {
        mapped().forEach(call -> assertThat(asked(call.handler()))
                .as(call.name())
                .isEqualTo(AllCalls.of(call.name()).scope()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutTheScope() {
        Api stranger = Api.stranger(app);
        Api unknown = new Api(app, 0, "cupel_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Map<Scope, Api> callers = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            callers.put(scope, Api.scoped(app, scope));
        }
        return AllCalls.TABLE.stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    if (call.scope() == null) {
                        assertThat(call.send(stranger).statusCode())
                                .as("without a token")
                                .isEqualTo(call.openAnswer());
                        return;
                    }
                    assertThat(call.send(stranger).statusCode())
                            .as("without a token")
                            .isEqualTo(401);
                    assertThat(call.send(unknown).statusCode())
                            .as("unknown token")
                            .isEqualTo(401);
                    for (Scope scope : Scope.values()) {
                        HttpResponse<String> answer = call.send(Objects.requireNonNull(callers.get(scope)));
                        if (scope == call.scope()) {
                            assertThat(answer.statusCode())
                                    .as("with " + scope)
                                    .isNotIn(DENIED)
                                    .isLessThan(500);
                        } else {
                            assertThat(Api.code(answer)).as("with " + scope).isEqualTo("CUP-API-022");
                            assertThat(answer.statusCode()).isEqualTo(403);
                        }
                    }
                }));
    }

    @Test
    void theMetricsNeedTheirScope() {
        assertThat(app.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(Api.scoped(app, Scope.LEADS_READ).get("/metrics").statusCode())
                .isEqualTo(403);
        assertThat(Api.scoped(app, Scope.METRICS_READ).get("/metrics").statusCode())
                .isEqualTo(200);
    }

    private record Mapped(String name, HandlerMethod handler) {}

    private static Stream<Mapped> mapped() {
        var mapping = app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                // The page of errors answers no call; whoever asks for it is refused, as AccessIT tries.
                .filter(entry -> !entry.getValue().getBeanType().getSimpleName().equals("ErrorPage"))
                .flatMap(entry -> names(entry.getKey()).map(name -> new Mapped(name, entry.getValue())));
    }

    private static Stream<String> names(RequestMappingInfo info) {
        String kind = info.getProducesCondition().getProducibleMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("yaml"))
                ? " as YAML"
                : "";
        Set<String> paths =
                Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues();
        // what is mapped by the names of doors beside that is the same call
        return (paths.contains(DOORS) ? Set.of(DOORS) : paths)
                .stream()
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path + kind));
    }

    private static Scope asked(HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        boolean open = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Open.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class);
        assertThat(needs != null ^ open)
                .as(handler + " has @Needs or @Open, not both")
                .isTrue();
        return needs == null ? null : needs.value();
    }
}
