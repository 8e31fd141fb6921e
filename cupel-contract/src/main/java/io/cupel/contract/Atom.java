package io.cupel.contract;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import io.cupel.core.contract.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that the CEL library answers. Each fact in it is a variable of its own.
 *
 * @param lists the variables that stand for the contract's lists
 * @param isStrict whether any missing fact makes it unknown; not so where a macro looks for one true entry
 */
record Atom(CelRuntime.Program program, List<Slot> slots, Map<String, Optional<Object>> lists, boolean isStrict)
        implements Clause {
    @Override
    public Truth ask(Asking asking) {
        @Nullable Object[] values = new Object[slots.size()];
        boolean isMissing = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = slots.get(i).read(asking);
            if (values[i] == null && isStrict) {
                asking.miss(slots.get(i).path());
                isMissing = true;
            }
        }
        return isMissing ? Truth.UNKNOWN : answer(values, asking);
    }

    private Truth answer(@Nullable Object[] values, Asking asking) {
        try {
            Object result = program.eval((CelVariableResolver) variable -> find(variable, values));
            if (result instanceof Boolean truth) {
                return truth ? Truth.TRUE : Truth.FALSE;
            }
            if (result instanceof CelUnknownSet unknown && !unknown.attributes().isEmpty()) {
                for (CelAttribute attribute : unknown.attributes()) {
                    String variable = attribute.toString();
                    slots.stream()
                            .filter(slot -> slot.variable().equals(variable))
                            .forEach(slot -> asking.miss(slot.path()));
                }
                return Truth.UNKNOWN;
            }
        } catch (CelEvaluationException | RuntimeException e) {
            // The facts do not suit the expression (a text where it adds, a missing key, a division by zero): not an
            // error
            // of the program but a fact that is not usable, which the contract's three values call unknown.
            return unusable(asking);
        }
        return unusable(asking);
    }

    private Truth unusable(Asking asking) {
        slots.forEach(slot -> asking.miss(slot.path()));
        return Truth.UNKNOWN;
    }

    private Optional<Object> find(String variable, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (slots.get(i).variable().equals(variable)) {
                Object value = values[i];
                return value == null ? slots.get(i).unknown() : Optional.of(value);
            }
        }
        return lists.getOrDefault(variable, Optional.empty());
    }
}
