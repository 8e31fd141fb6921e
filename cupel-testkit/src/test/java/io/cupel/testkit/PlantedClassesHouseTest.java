package io.cupel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule about classes catches the class that was planted for it. */
class PlantedClassesHouseTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("io.cupel.planted");

    private static final List<ArchRule> RULES = Stream.of(
                    PureRules.timeless(),
                    PureRules.pure(),
                    PureRules.quiet(),
                    ExactRules.in("io.cupel.planted"),
                    PortableRules.all(),
                    TidyRules.all())
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no wall clock: time is an argument                   | AsksForTheInstant
                    no wall clock: time is an argument                   | AsksByReference
                    no wall clock: time is an argument                   | HoldsAClock
                    no wall clock: time is an argument                   | CountsNanos
                    no random generators                                 | RollsDice
                    no randomness                                        | RollsMathDice
                    no floating-point fields                             | HasADouble
                    no floating-point parameters or results              | TakesFloats
                    no floating-point calls                              | Powers
                    no default locale                                    | Lowers
                    no default locale                                    | Formats
                    no default charset                                   | Encodes
                    no default charset                                   | Decodes
                    no default charset                                   | ReadsBytes
                    no default time zone                                 | AsksForTheZone
                    no files, no network, no database                    | OpensAFile
                    no process, environment or property                  | ReadsTheEnvironment
                    nothing printed, no exit                             | Prints
                    nothing printed, no exit                             | Exits
                    no type is called Impl, Util, Helper or Manager      | ScoreHelper
                    no field injection                                   | IsInjected
                    no package is called impl, util, common, dto or service | Anything
                    every package is null-marked                         | Anything
                    """)
    void theRuleCatchesTheClass(String rule, String planted) {
        assertThat(violations(rule)).contains(planted);
    }

    @Test
    void everyRuleHasAPlantedClass() {
        assertThat(RULES)
                .allSatisfy(rule -> assertThat(rule.evaluate(PLANTED).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
    }

    @Test
    void whatIsAllowedIsNotReported() {
        String all =
                RULES.stream().map(rule -> violations(rule.getDescription())).collect(Collectors.joining());
        assertThat(all).doesNotContain("Behaves");
    }

    @Test
    void aModuleWithoutClassesFails() {
        assertThatThrownBy(() -> HouseRules.of("io.cupel.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no classes in io.cupel.nowhere");
    }

    private static String violations(String description) {
        return RULES.stream()
                .filter(rule -> rule.getDescription().equals(description))
                .map(rule -> rule.evaluate(PLANTED).getFailureReport().toString())
                .collect(Collectors.joining());
    }
}
