package io.cupel.core;

import io.cupel.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ModulesHouseTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.of("io.cupel.core")
                .pure()
                .exact("contract", "engine", "lifecycle", "state", "time")
                .portable()
                .quiet()
                .tests();
    }
}
