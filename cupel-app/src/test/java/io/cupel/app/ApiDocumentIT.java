package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cupel.app.AllCalls.Call;
import io.cupel.app.ground.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document and the page of errors to the calls and the problems that there are. */
class ApiDocumentIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final Pattern CODE = Pattern.compile("CUP-API-[0-9]{3}");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (CUP-API-[0-9]{3}) ");

    private final JsonNode document = Api.json(app.get("/api/openapi.json"));

    @Test
    void theDocumentHasEveryCallWithItsScope() {
        Set<String> told = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> told.add(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()
                                + " needs " + call.getValue().path("x-scope").asString("nothing"))));
        Set<String> calls =
                AllCalls.TABLE.stream().map(ApiDocumentIT::told).collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(calls);
    }

    private static String told(Call call) {
        return call.name().replace(" as YAML", "") + " needs "
                + (call.scope() == null ? "nothing" : call.scope().written());
    }

    @Test
    void everyPartThatIsReferredToIsThere() {
        Set<String> missing = Pattern.compile("\"#(/components/[A-Za-z/]+)\"")
                .matcher(document.toString())
                .results()
                .map(reference -> reference.group(1))
                .filter(pointer -> document.at(pointer).isMissingNode())
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyProblemHasAHeadingOfErrors() throws IOException {
        Set<String> headings = HEADING.matcher(Files.readString(Path.of("..", "docs", "errors.md")))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> codes = kinds().map(ProblemKind::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).hasSize((int) kinds().count());
        assertThat(headings).containsAll(codes);
        Set<String> ofDocument = CODE.matcher(document.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(headings).containsAll(ofDocument);
    }

    private static Stream<ProblemKind> kinds() {
        return new ClassFileImporter()
                .importPackages("io.cupel.app").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemKind.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(ProblemKind.class::cast);
    }
}
