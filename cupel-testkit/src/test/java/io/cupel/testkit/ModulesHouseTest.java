package io.cupel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ModulesHouseTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.of("io.cupel.testkit").portable().tests();
    }

    @Test
    void theShareOfHiddenTypesIsCounted() {
        assertThat(HouseRules.of("io.cupel.testkit").hiddenShare())
                .matches("io.cupel.testkit: \\d+ % of \\d+ types are package-private");
    }
}
