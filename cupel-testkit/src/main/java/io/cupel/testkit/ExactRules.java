package io.cupel.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;

/** No {@code double} takes part in a score: points are whole micro-points. */
final class ExactRules {
    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private ExactRules() {}

    static List<ArchRule> in(String... packages) {
        return List.of(
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(packages)
                        .should()
                        .haveRawType(describe("floating point", ExactRules::isInexact))
                        .allowEmptyShould(true)
                        .as("no floating-point fields"),
                ArchRuleDefinition.noCodeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(packages)
                        .should(Conditions.fit("floating point in the signature", ExactRules::signatureIsInexact))
                        .allowEmptyShould(true)
                        .as("no floating-point parameters or results"),
                noClasses()
                        .that()
                        .resideInAnyPackage(packages)
                        .should()
                        .accessTargetWhere(describe(
                                "floating point", (JavaAccess<?> access) -> targetIsInexact(access.getTarget())))
                        .as("no floating-point calls"));
    }

    private static boolean isInexact(JavaClass type) {
        return INEXACT.contains(type.getBaseComponentType().getName());
    }

    private static boolean signatureIsInexact(JavaCodeUnit unit) {
        return isInexact(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(ExactRules::isInexact);
    }

    private static boolean targetIsInexact(AccessTarget target) {
        if (target instanceof CodeUnitAccessTarget call) {
            return isInexact(call.getRawReturnType())
                    || call.getRawParameterTypes().stream().anyMatch(ExactRules::isInexact);
        }
        return target instanceof FieldAccessTarget field && isInexact(field.getRawType());
    }
}
