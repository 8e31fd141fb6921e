package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Read;
import io.cupel.core.evidence.Facts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No part of a contract can change without a line of difference and another hash, whatever is added to its records. */
class EveryFieldTest {
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> varied = new TreeSet<>();

    @Test
    void everyChangeShows() throws ReflectiveOperationException {
        Contract contract = Samples.contract(Samples.skeleton());
        for (Object variant : variants(contract)) {
            Contract changed = (Contract) variant;
            if (!changed.hash().equals(contract.hash())) {
                continue;
            }
            assertThat(ContractDiff.between(contract, changed))
                    .as(changed.toString())
                    .isNotEmpty();
            assertThat(ContentHash.of(changed)).as(changed.toString()).isNotEqualTo(contract.hash());
        }
        assertThat(varied).isEqualTo(seen);
    }

    private List<Object> variants(Record whole) throws ReflectiveOperationException {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            values[i] = components[i].getAccessor().invoke(whole);
        }
        List<Object> variants = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            String name = whole.getClass().getSimpleName() + "." + components[i].getName();
            seen.add(name);
            for (Object value : values[i] == null ? List.of() : others(values[i])) {
                Object[] changed = values.clone();
                changed[i] = value;
                try {
                    Class<?>[] types = Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
                    variants.add(whole.getClass().getDeclaredConstructor(types).newInstance(changed));
                    varied.add(name);
                } catch (InvocationTargetException e) {
                    // The record refuses this value; another one will do.
                    assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        return variants;
    }

    private List<Object> others(Object value) throws ReflectiveOperationException {
        if (value instanceof Record part) {
            return variants(part);
        }
        if (value instanceof List<?> list) {
            return lists(list);
        }
        if (value instanceof Map<?, ?> map) {
            return maps(map);
        }
        return value instanceof Enum<?> word ? words(word) : plain(value);
    }

    private static List<Object> plain(Object value) {
        if (value instanceof String text) {
            return List.of(text + "x");
        } else if (value instanceof Long number) {
            return List.of(number + 1, number - 1);
        } else if (value instanceof Integer number) {
            return List.of(number + 1, number - 1);
        } else if (value instanceof Boolean truth) {
            return List.of(!truth);
        } else if (value instanceof BigDecimal decimal) {
            return List.of(decimal.add(BigDecimal.ONE));
        } else if (value instanceof LocalTime time) {
            return List.of(time.plusMinutes(1));
        } else if (value instanceof LocalDate date) {
            return List.of(date.plusDays(1));
        } else if (value instanceof ZoneId) {
            return List.of(ZoneId.of("Asia/Kathmandu"));
        } else if (value instanceof Condition condition) {
            return List.of(new Other(condition.text() + " "));
        }
        throw new AssertionError("teach this test to vary a " + value.getClass());
    }

    private static List<Object> words(Enum<?> word) {
        return Arrays.stream(word.getDeclaringClass().getEnumConstants())
                .filter(other -> other != word)
                .map(Object.class::cast)
                .toList();
    }

    private List<Object> lists(List<?> list) throws ReflectiveOperationException {
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (Object element : others(list.get(i))) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, element);
                others.add(changed);
            }
        }
        if (!list.isEmpty()) {
            others.add(new ArrayList<>(list.subList(1, list.size())));
        }
        return others;
    }

    private List<Object> maps(Map<?, ?> map) throws ReflectiveOperationException {
        List<Object> others = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            for (Object value : others(entry.getValue())) {
                Map<Object, Object> changed = copy(map);
                changed.put(entry.getKey(), value);
                others.add(changed);
            }
            Map<Object, Object> less = copy(map);
            less.remove(entry.getKey());
            others.add(less);
        }
        return others;
    }

    private static Map<Object, Object> copy(Map<?, ?> map) {
        return map instanceof SortedMap<?, ?> ? new TreeMap<>(map) : new LinkedHashMap<>(map);
    }

    private record Other(String text) implements Condition {
        @Override
        public List<Read> reads() {
            return List.of();
        }

        @Override
        public Answer ask(Facts facts) {
            return Answer.NO;
        }
    }
}
