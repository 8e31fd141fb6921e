package io.cupel.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house over the compiled classes of one module, as tests:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theHouseRulesHold() {
 *     return HouseRules.of("io.cupel.files").timeless().portable().quiet().tests();
 * }
 * }</pre>
 *
 * The rules about names, injection and null-marking hold for every module. A module without classes fails.
 */
public final class HouseRules {
    private final String root;
    private final JavaClasses classes;
    private final List<ArchRule> rules = new ArrayList<>(TidyRules.all());

    private HouseRules(String root, JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + root + ": the rules would pass without looking at anything");
        }
        this.root = root;
        this.classes = classes;
    }

    /** The classes of a package and all below it, without test classes. */
    public static HouseRules of(String rootPackage) {
        ImportOption shipped = location -> !location.contains("/test-classes/");
        return new HouseRules(
                rootPackage, new ClassFileImporter().withImportOption(shipped).importPackages(rootPackage));
    }

    /** No wall clock and no randomness: the same input gives the same answer. */
    public HouseRules timeless() {
        rules.addAll(PureRules.timeless());
        return this;
    }

    /** Timeless, and knows no file, no network, no process. */
    public HouseRules pure() {
        rules.addAll(PureRules.pure());
        return timeless();
    }

    /** No floating point in these packages, named from the root package on. */
    public HouseRules exact(String... packages) {
        String[] below =
                Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
        rules.addAll(ExactRules.in(below));
        return this;
    }

    /** No default locale, charset or time zone. */
    public HouseRules portable() {
        rules.addAll(PortableRules.all());
        return this;
    }

    /** Nothing printed and no exit: only a command may do that. */
    public HouseRules quiet() {
        rules.addAll(PureRules.quiet());
        return this;
    }

    /** One test per rule, and one that tells how many types are hidden. */
    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> checks =
                rules.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
        return Stream.concat(
                checks,
                Stream.of(DynamicTest.dynamicTest("share of hidden types", () -> System.out.println(hiddenShare()))));
    }

    List<ArchRule> rules() {
        return rules;
    }

    /** How many of the module's own top-level types only their package can see; the house aims for 40 %. */
    String hiddenShare() {
        var types = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        long hidden = types.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        long percent = types.isEmpty() ? 0 : hidden * 100 / types.size();
        return root + ": " + percent + " % of " + types.size() + " types are package-private";
    }
}
