package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Stage;
import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the dates of its deals are, and in whatever order they stand: their stages say where a lead stands. */
class DealsPropertyTest {
    private static final List<String> CREATED =
            List.of("", "2026-02-01", "2026-02-01 14:30", "2026-03-01", "2027-01-01", "soon");
    private static final List<String> CLOSED =
            List.of("", "2026-01-15", "2026-02-01", "2026-03-01 09:00", "2026-06-01 12:00", "2027-02-01", "never");
    private static final List<String> STAGES = List.of("Closed Won", "Closed Lost", "Closed Lost", "Proposal");

    @TempDir
    private Path folder;

    private static String of(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Stage expected(List<String> deals) {
        String all = String.join("\n", deals);
        return all.contains("Won") ? Stage.CUSTOMER : all.contains("Proposal") ? Stage.OPPORTUNITY : Stage.LOST;
    }

    @Test
    void aLeadIsACustomerByOneDealWonAndLostOnlyByItsLast() {
        Seeds.cases(500).check((seed, random) -> {
            List<String> deals = new ArrayList<>();
            for (int deal = random.nextInt(4); deal >= 0; deal--) {
                deals.add(
                        deal + "," + of(STAGES, random) + "," + of(CREATED, random) + "," + of(CLOSED, random) + ",7");
            }
            Stage expected = expected(deals);
            Collections.shuffle(deals, random);
            deals.add(0, "Record ID,Deal Stage,Create Date,Close Date,Associated Contact IDs");
            Desk desk = new Desk(folder)
                    .zone(ZoneId.of("UTC"))
                    .leads("Record ID,Email,Lead Status,Create Date", "7,a@x.example,New," + of(CREATED, random))
                    .leads(deals.toArray(String[]::new));
            Population population = desk.read();
            assertThat(Judge.of(Desk.contract())
                            .judge(Desk.only(population), Desk.NOW)
                            .stage())
                    .as("%s", deals)
                    .isEqualTo(expected);
        });
    }
}
