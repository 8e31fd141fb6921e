package io.cupel.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules that ban calls, method references and field reads by what they lead to. */
final class Calls {
    private Calls() {}

    /** Bans every access whose target fits. */
    static ArchRule banned(String because, Predicate<AccessTarget> target) {
        return ArchRuleDefinition.noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>(because) {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return target.test(access.getTarget());
                    }
                })
                .as(because);
    }

    /** A member of exactly this type, by one of these names; constructors are called {@code <init>}. */
    static Predicate<AccessTarget> member(Class<?> owner, String... names) {
        Set<String> wanted = Set.copyOf(Arrays.asList(names));
        return target -> target.getOwner().isEquivalentTo(owner) && wanted.contains(target.getName());
    }

    /** Like {@link #member}, but only the overloads that take none of the given types. */
    static Predicate<AccessTarget> memberWithout(List<Class<?>> saving, Class<?> owner, String... names) {
        return member(owner, names).and(target -> target instanceof CodeUnitAccessTarget call && !takes(call, saving));
    }

    static boolean takesBytes(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget call && takes(call, List.of(byte[].class));
    }

    private static boolean takes(CodeUnitAccessTarget call, List<Class<?>> types) {
        return call.getRawParameterTypes().stream().anyMatch(type -> isAnyOf(type, types));
    }

    private static boolean isAnyOf(JavaClass type, List<Class<?>> types) {
        return types.stream().anyMatch(type::isEquivalentTo);
    }
}
