package io.cupel.files.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted truths can be seen in the files of 5,000 leads by anybody who counts. */
class PlantedPropertyTest {
    private static final int LEADS = 5_000;
    /** Standard errors between two shares that differ beyond doubt. */
    private static final double BEYOND_DOUBT = 3;

    /** The least of 100 seeds is above it, the median above 4. */
    private static final double VISIBLE = 1;

    /** Chance alone goes this far once in many thousand seeds. */
    private static final double WITHIN_CHANCE = 4;

    @TempDir
    private Path folder;

    /** Decisions and successes of leads of one kind. */
    private static final class Share {
        private int all;
        private int good;

        void add(boolean isGood) {
            all++;
            good += isGood ? 1 : 0;
        }

        /** By how many standard errors the shares differ. */
        double above(Share other) {
            double pooled = (double) (good + other.good) / (all + other.all);
            double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / other.all));
            return ((double) good / all - (double) other.good / other.all) / error;
        }
    }

    /** What the tables say about sales and each lead. */
    private record Sales(
            Map<String, Set<String>> decisions, Map<String, String> team, Map<String, Map<String, String>> row) {
        static Sales of(MadeUp made) throws IOException {
            Map<String, Set<String>> decisions = new HashMap<>();
            Map<String, String> team = new HashMap<>();
            for (Map<String, String> outcome : made.rows("outcomes.csv")) {
                decisions
                        .computeIfAbsent(outcome.get("lead"), lead -> new HashSet<>())
                        .add(outcome.get("decision"));
                team.put(outcome.get("lead"), outcome.get("by").replaceFirst(".*@([a-z]+)[.].*", "$1"));
            }
            Map<String, Map<String, String>> row = new HashMap<>();
            for (Map<String, String> lead : made.rows("leads.csv")) {
                row.putIfAbsent(lead.get("user_id").isEmpty() ? lead.get("email") : lead.get("user_id"), lead);
            }
            return new Sales(decisions, team, row);
        }

        /** Of decided leads, by a kind: which of them came that far. */
        Map<String, Share> shares(Function<String, String> kind, String decision) {
            Map<String, Share> shares = new HashMap<>();
            decisions.forEach((lead, all) -> {
                Share share = shares.computeIfAbsent(kind.apply(lead), each -> new Share());
                share.add(all.contains(decision));
            });
            return shares;
        }
    }

    @Test
    void theyCanBeSeenByCounting() {
        List<Share> below = new ArrayList<>();
        List<Share> within = new ArrayList<>();
        Seeds.cases(5).check((seed, random) -> {
            MadeUp made = MadeUp.of(MadeUp.plan(LEADS, 24, seed), folder.resolve("year" + seed));
            Planted planted = Planted.of(seed);
            Sales sales = Sales.of(made);
            oneTeamIsSlowAndGetsLessFar(made, planted, sales);
            oneChannelIsGood(made, planted, sales);
            thePlaybookTellsNothingAndThePricesDo(made, sales);
            Map<String, Share> sizes = sales.shares(lead -> size(sales, lead), "accepted");
            Share just = share(sizes, "just below");
            below.add(just);
            within.add(share(sizes, "within"));
            assertThat(just.above(share(sizes, "else"))).isGreaterThan(BEYOND_DOUBT);
            assertThat(just.above(share(sizes, "within"))).isBetween(-WITHIN_CHANCE, WITHIN_CHANCE);
        });
        assertThat(sum(below).above(sum(within))).isBetween(-WITHIN_CHANCE, WITHIN_CHANCE);
    }

    private static void oneTeamIsSlowAndGetsLessFar(MadeUp made, Planted planted, Sales sales) throws IOException {
        String slow = planted.slow().written();
        Map<String, Share> teams = sales.shares(lead -> slow.equals(sales.team().get(lead)) ? "slow" : "fast", "sql");
        assertThat(share(teams, "fast").above(share(teams, "slow"))).isGreaterThan(BEYOND_DOUBT);
        Map<String, String> asked = new HashMap<>();
        for (String line : made.lines("events.jsonl")) {
            if (line.contains("\"Demo Requested\"")) {
                asked.put(value(line, "userId"), value(line, "timestamp"));
            }
        }
        Map<String, List<Long>> waits = new HashMap<>();
        for (Map<String, String> touch : made.rows("touches.csv")) {
            String at = asked.remove(touch.get("lead"));
            if (at != null) {
                boolean isSlow = touch.get("by").contains("@" + slow + ".");
                long wait = Instant.parse(touch.get("at")).toEpochMilli()
                        - Instant.parse(at).toEpochMilli();
                waits.computeIfAbsent(isSlow ? "slow" : "fast", each -> new ArrayList<>())
                        .add(wait);
            }
        }
        assertThat(median(waits, "slow")).isGreaterThan(4 * median(waits, "fast"));
    }

    private static void oneChannelIsGood(MadeUp made, Planted planted, Sales sales) throws IOException {
        String good = planted.good().written();
        Function<String, String> source =
                lead -> sales.row().getOrDefault(lead, Map.of()).getOrDefault("source", "");
        Map<String, Share> channels = sales.shares(lead -> good.equals(source.apply(lead)) ? "good" : "else", "won");
        assertThat(share(channels, "good").above(share(channels, "else"))).isGreaterThan(VISIBLE);
        Map<String, Share> accepted =
                sales.shares(lead -> good.equals(source.apply(lead)) ? "good" : "else", "accepted");
        assertThat(share(accepted, "good").above(share(accepted, "else"))).isGreaterThan(VISIBLE);
        Map<String, Double> cost = new HashMap<>();
        for (Map<String, String> spend : made.rows("spend.csv")) {
            cost.merge(spend.getOrDefault("source", ""), Double.valueOf(spend.getOrDefault("amount", "")), Double::sum);
        }
        Map<String, Share> won = sales.shares(source, "won");
        won.forEach((name, share) -> {
            if (!name.equals(good)) {
                assertThat(cost.getOrDefault(good, 0.0) / share(won, good).good)
                        .isLessThan(cost.getOrDefault(name, 0.0) / share.good);
            }
        });
    }

    private static void thePlaybookTellsNothingAndThePricesDo(MadeUp made, Sales sales) throws IOException {
        Set<String> playbook = new HashSet<>();
        Set<String> prices = new HashSet<>();
        Map<String, String> ofAddress = new HashMap<>();
        Map<String, String> ofDevice = new HashMap<>();
        List<String> lines = made.lines("events.jsonl");
        for (String line : lines) {
            if (line.startsWith("{\"type\":\"identify\"") && line.endsWith("}")) {
                ofAddress.put(value(line, "userId"), value(line, "email"));
                ofDevice.put(value(line, "anonymousId"), value(line, "userId"));
            }
        }
        for (String line : lines) {
            String user =
                    line.contains("\"userId\"") ? value(line, "userId") : ofDevice.get(value(line, "anonymousId"));
            String key = sales.decisions().containsKey(user) ? user : ofAddress.getOrDefault(user, "");
            if (line.contains("\"Playbook Downloaded\"")) {
                playbook.add(key);
            } else if (line.contains("\"path\":\"/pricing")) {
                prices.add(key);
            }
        }
        for (String decision : List.of("accepted", "won")) {
            Map<String, Share> read = sales.shares(lead -> playbook.contains(lead) ? "with" : "without", decision);
            assertThat(share(read, "with").above(share(read, "without"))).isBetween(-WITHIN_CHANCE, WITHIN_CHANCE);
            Map<String, Share> saw = sales.shares(lead -> prices.contains(lead) ? "with" : "without", decision);
            assertThat(share(saw, "with").above(share(saw, "without"))).isGreaterThan(VISIBLE);
        }
    }

    private static String size(Sales sales, String lead) {
        String told = sales.row().getOrDefault(lead, Map.of()).getOrDefault("employees", "");
        if (!told.matches("[0-9]+")) {
            return "untold";
        }
        int employees = Integer.parseInt(told);
        return employees >= 50 && employees <= 500
                ? "within"
                : employees >= 30 && employees < 50 ? "just below" : "else";
    }

    private static String value(String line, String name) {
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return from < name.length() + 4 ? "" : line.substring(from, Math.max(from, line.indexOf('"', from)));
    }

    private static long median(Map<String, List<Long>> waits, String of) {
        List<Long> sorted = waits.getOrDefault(of, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Share share(Map<String, Share> shares, String of) {
        return shares.getOrDefault(of, new Share());
    }

    private static Share sum(List<Share> shares) {
        Share sum = new Share();
        for (Share share : shares) {
            sum.all += share.all;
            sum.good += share.good;
        }
        return sum;
    }
}
