package io.cupel.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Names that say something, constructors that say what is needed, and null nowhere unless written. */
final class TidyRules {
    private static final Set<String> INJECTING =
            Set.of("Inject", "Autowired", "Resource", "Value", "PersistenceContext");

    private TidyRules() {}

    static List<ArchRule> all() {
        return List.of(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)(\\$.*)?")
                        .as("no type is called Impl, Util, Helper or Manager"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..impl..", "..util..", "..utils..", "..common..", "..dto..", "..service..")
                        .as("no package is called impl, util, common, dto or service"),
                noFields()
                        .should(Conditions.fit("an injecting annotation", TidyRules::isInjected))
                        .allowEmptyShould(true)
                        .as("no field injection"),
                classes()
                        .should(Conditions.fit("a @NullMarked package-info", TidyRules::isNullMarked))
                        .as("every package is null-marked"));
    }

    private static boolean isInjected(JavaField field) {
        return field.getAnnotations().stream()
                .anyMatch(
                        annotation -> INJECTING.contains(annotation.getRawType().getSimpleName()));
    }

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
