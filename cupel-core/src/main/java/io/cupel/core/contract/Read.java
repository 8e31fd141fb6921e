package io.cupel.core.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a condition looks at.
 *
 * @param path such as {@code company.employees} or {@code event.properties.seconds}
 * @param cuts the constants, ascending, that a number there is compared with, where it is used in no other way: numbers
 *     between the same two constants get the same answer. Null where the value itself matters.
 */
public record Read(String path, @Nullable List<BigDecimal> cuts) {
    public Read {
        cuts = cuts == null ? null : cuts.stream().distinct().sorted().toList();
    }
}
