package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsPropertyTest {
    @Test
    void everyTextHasACellOfItsOwn() {
        Seeds.cases(2_000).check((seed, random) -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("'=+-@1\ta\"".charAt(random.nextInt(9)));
            }
            assertThat(Csv.plain(Csv.neutralised(text.toString()))).isEqualTo(text.toString());
            assertThat("=@\t")
                    .doesNotContain(Csv.neutralised(text.toString() + "x").substring(0, 1));
        });
    }

    @Test
    void everyValueHasACellOfItsOwn() {
        Seeds.cases(2_000).check((seed, random) -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("10-.e\"[]{}truefalsn ,:\n".charAt(random.nextInt(22)));
            }
            for (Object value : Arrays.asList(
                    text.toString(), null, true, -5L, 1.0, 1e300, List.of(text.toString()), Map.of("a", 1L))) {
                String cell = TypedCell.written(value);
                assertThat(cell).isNotBlank();
                assertThat(TypedCell.read(cell)).isEqualTo(value);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"12,12", "1.5,1.5", "true,true", "007,007", "pro,pro", "'\"12\"',12", "12 March,12 March"})
    void aForeignCellMeansWhatItLooksLike(String cell, String shown) {
        assertThat(String.valueOf(TypedCell.read(cell))).isEqualTo(shown);
        assertThat(TypedCell.read(cell) instanceof Number).isEqualTo(cell.equals("12") || cell.equals("1.5"));
    }

    @Test
    void whatIsRememberedIsBounded() {
        SeenCalls seen = new SeenCalls(10_000);
        Map<String, Object> call = new HashMap<>();
        for (long i = 0; i < 20_000; i++) {
            call.put("n", i);
            assertThat(seen.add(call)).isTrue();
            assertThat(seen.add(call)).isEqualTo(i >= 10_000);
        }
    }
}
