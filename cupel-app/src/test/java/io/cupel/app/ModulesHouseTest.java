package io.cupel.app;

import com.tngtech.archunit.core.importer.ImportOption;
import io.cupel.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

class ModulesHouseTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.of("io.cupel.app").portable().tests();
    }

    @Test
    void packagesUseEachOtherOnlyAsDeclared() {
        // the guarded build has its tests where Modulith does not look for them
        ImportOption shipped = location -> !location.contains("/test-classes/");
        ApplicationModules.of(CupelApp.class, shipped).verify();
    }
}
