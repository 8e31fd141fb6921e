package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The example contracts show everything that a contract can say. */
class ExamplesTest {
    private static final Set<String> NAMED_BY_THE_USER = Set.of("lists", "attributes", "money.rates", "fit.grades");

    private static final String SKELETON = """
            alarm.below alarm.watch attributes exclude.name exclude.when fit.criteria.name fit.criteria.points
            fit.criteria.required fit.criteria.when fit.grades fit.pass groups.cap groups.name groups.signals lists
            money.currency money.rates name signals.at-least signals.at-most signals.cap signals.distinct signals.every
            signals.half-life signals.kind signals.linear signals.name signals.on signals.points signals.qualifies
            signals.when signals.window sla.holidays.closed sla.holidays.country sla.hours.mon-fri sla.mqls-per-month
            sla.review sla.tiers.for sla.tiers.on-breach sla.tiers.respond-within sla.tiers.warn-at
            stages.mql.expires stages.mql.hand-stays stages.mql.re-arm stages.mql.requires.distinct-days
            stages.mql.requires.distinct-signals stages.mql.requires.match stages.mql.score stages.mql.unknown-fit
            stages.pql.expires stages.pql.hand-stays stages.pql.re-arm stages.pql.requires.distinct-days
            stages.pql.requires.distinct-signals stages.pql.requires.match stages.pql.usage
            stages.sql.checklist stages.sql.checklist.ask stages.sql.checklist.name stages.sql.checklist.suggest
            stages.sql.confirm stages.sql.intent-within stages.sql.must timezone
            """;

    @Test
    void togetherTheyUseEveryKey() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.list(Run.file("examples/contracts"))) {
            for (Path file : files.toList()) {
                Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                collect("", content, used);
            }
        }
        assertThat(used).contains(SKELETON.strip().split("\\s+"));
    }

    @Test
    void eachFitsOnTwoPages() throws IOException {
        try (var files = Files.list(Run.file("examples/contracts"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(130);
            }
        }
    }

    @Test
    void theWorkshopIsOfHumanSize() throws IOException {
        assertThat(Files.readAllLines(Run.file(Run.EVENTS))).hasSizeLessThan(150);
    }

    private static void collect(String path, Object node, Set<String> paths) {
        if (node instanceof Map<?, ?> map && !NAMED_BY_THE_USER.contains(path)) {
            map.forEach((key, value) -> collect(path.isEmpty() ? "" + key : path + "." + key, value, paths));
        } else if (node instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            paths.add(path);
            list.forEach(item -> collect(path, item, paths));
        } else {
            paths.add(path);
        }
    }
}
