package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapProposalPropertyTest {
    private static final List<String> NAMES = List.of(
            "type",
            "name",
            "path",
            "url",
            "Page URL",
            "title",
            "referrer",
            "user_id",
            "lead",
            "Customer ID",
            "email",
            "phone",
            "anonymous_id",
            "visitor id",
            "message_id",
            "group_id",
            "previous_id",
            "original_timestamp",
            "utm_source",
            "utm_campaign",
            "campaign.medium",
            "context.page.path",
            "properties.seconds",
            "seconds",
            "Seconds",
            "properties.Seconds",
            "traits.title",
            "plan.name",
            "plan",
            "a..b",
            ".",
            "decision",
            "channel",
            "direction",
            "month",
            "amount",
            "source",
            "#2",
            "Session Duration",
            "",
            "ignore",
            "x: y",
            "properties");

    @TempDir
    private Path folder;

    @Test
    void whatIsProposedForEventsReadsAsTheTableDoesWithoutIt() {
        Seeds.cases(60).check((seed, random) -> {
            Path file = Files.write(folder.resolve("t" + seed + ".csv"), table(random));
            Desk plain = new Desk(folder).eventFile(file);
            List<String> map = MapProposal.of(file);
            assertThat(map).anyMatch(line -> line.startsWith("kind: events"));
            Desk mapped = new Desk(folder).eventFile(file).map(map.toArray(String[]::new));
            assertThat(Desk.describe(mapped.read())).isEqualTo(Desk.describe(plain.read()));
            assertThat(mapped.reasons()).isEqualTo(plain.reasons());
        });
    }

    /** A log with who, when and what, and other columns between them. */
    private static List<String> table(Random random) {
        List<String> header = new ArrayList<>(NAMES);
        Collections.shuffle(header, random);
        header = new ArrayList<>(header.subList(0, random.nextInt(NAMES.size())));
        for (String needed : List.of("uid", "event", "timestamp")) {
            header.add(random.nextInt(header.size() + 1), needed);
        }
        List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
        for (int i = 0; i < 5; i++) {
            int row = i;
            lines.add(String.join(
                    ",", header.stream().map(name -> cell(name, row, random)).toList()));
        }
        return lines;
    }

    private static String cell(String name, int row, Random random) {
        return switch (name) {
            case "uid" -> "u" + random.nextInt(2);
            case "event" -> "Watched";
            case "timestamp", "original_timestamp" -> "2026-03-0" + (row + 1) + " 10:00";
            case "properties" -> "\"{\"\"seconds\"\":" + row + "}\"";
            case "type" -> random.nextBoolean() ? "track" : "";
            default -> random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "" + random.nextInt(9) : "t" + row;
        };
    }
}
