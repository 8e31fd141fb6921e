package io.cupel.testkit;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions from plain predicates. */
final class Conditions {
    private Conditions() {}

    static <T extends HasDescription> ArchCondition<T> fit(String what, Predicate<T> predicate) {
        return new ArchCondition<>(what) {
            @Override
            public void check(T item, ConditionEvents events) {
                boolean fits = predicate.test(item);
                String message = item.getDescription() + (fits ? " has " : " lacks ") + what;
                events.add(new SimpleConditionEvent(item, fits, message));
            }
        };
    }
}
