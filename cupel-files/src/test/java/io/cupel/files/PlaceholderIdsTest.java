package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where there is no id, and so many who are not one person have. */
class PlaceholderIdsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "NULL",
                "undefined",
                "None",
                "N/A",
                "#N/A",
                "-",
                "'null",
                "NaN",
                "1.50E+11",
                "1E+5",
                "000000000000000AAA"
            })
    void anIdThatStandsForNoneJoinsNobody(String id) {
        for (String column : new String[] {"Record ID", "user_id"}) {
            Population population = new Desk(folder)
                    .leads(
                            column + ",Email,Lifecycle Stage",
                            id + ",a@x.example,Lead",
                            id + ",b@y.example,Customer",
                            id + ",c@z.example,Lead")
                    .read();
            assertThat(population.evidence())
                    .as(column)
                    .extracting(Evidence::lead)
                    .containsExactly("a@x.example", "b@y.example", "c@z.example");
        }
    }

    @Test
    void anApostropheAloneIsNoId() {
        assertThat(CallKeys.id(" ' ")).isNull();
    }

    @Test
    void idsThatOnlyLookAlikeAreIds() {
        Population population = new Desk(folder)
                .leads("user_id,email", "0,a@x.example", "nan-cy,b@y.example", "15,c@z.example", "1+1,d@w.example")
                .read();
        assertThat(population.evidence()).extracting(Evidence::lead).containsExactly("0", "1+1", "15", "nan-cy");
    }
}
