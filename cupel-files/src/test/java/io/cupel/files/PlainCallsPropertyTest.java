package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.files.log.CallLog;
import io.cupel.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way of plain calls into the log against the reading in full. */
class PlainCallsPropertyTest {
    private static final List<String> SCALARS = List.of(
            "\"/pricing\"",
            "\" \"",
            "\"\"",
            "\"a\u00e4\u20ac\"",
            "\"\u2003\"",
            "1",
            "0",
            "-1",
            "1.0",
            "1.5",
            "-0",
            "-0.0",
            "0.1",
            "123456789.123456",
            "1e3",
            "12345678901234567890",
            "9007199254740993",
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "[1,\"a\",{\"b\":null}]",
            "{\"name\":\"x\",\"deep\":{\"er\":[[]]}}",
            "\"\\u0061\"",
            "\"a\\/b\"");
    private static final List<String> TIMES = List.of(
            "\"2026-01-02T03:04:05Z\"",
            "\"2026-01-02T03:04:05.678Z\"",
            "\"2026-01-02T03:04:05.6Z\"",
            "\"2026-01-02T03:04:05.678912345Z\"",
            "\"2026-01-02T03:04:05.6789123456Z\"",
            "\"2026-01-02T03:04:60Z\"",
            "\"2026-01-02T24:04:05Z\"",
            "\"2026-02-29T03:04:05Z\"",
            "\"2026-02-28T23:59:59.999Z\"",
            "\"2024-02-29t03:04:05z\"",
            "\"2026-01-02 03:04:05Z\"",
            "\"2026-01-02T03:04:05+01:00\"",
            "\"2026-01-02T03:04Z\"",
            "\"2026-01-02\"",
            "\"1989-01-02T03:04:05Z\"",
            "\"2027-01-02T03:04:05Z\"",
            "\"\"",
            "null",
            "1767323045678",
            "1767323045678.9",
            "\"1767323045678\"");
    private static final List<String> IDS = List.of(
            "\"u\"",
            "\"v\"",
            "\"A@acme.example\"",
            "\" u \"",
            "\"\u00fc\"",
            "17",
            "\"null\"",
            "\"undefined\"",
            "\"N/A\"",
            "\"-\"",
            "\"1.50E+11\"",
            "\"15\"",
            "null",
            "\"\"");

    private static final List<String> MESSAGE_IDS = List.of(
            "\"m1\"",
            "\"m2\"",
            "\"m3\"",
            "7",
            "\" m1 \"",
            "\"5e3b9222-302f-29ba-4ba0-e6c5b4f32308\"",
            "\"5E3B9222-302f-29ba-4ba0-e6c5b4f32308\"",
            "\"ajs-next-1706000000000-5e3b9222-302f-29ba-4ba0-e6c5b4f32308\"");
    private static final List<String> TYPES = List.of(
            "\"page\"",
            "\"track\"",
            "\"screen\"",
            "\"track\"",
            "\"identify\"",
            "\"group\"",
            "\"alias\"",
            "\"x\"",
            "null");
    private static final List<String> EVENTS = List.of(
            "\"Watched\"",
            "\" Watched \"",
            "\"Unsubscribed\"",
            "\"Email Bounced\"",
            "\"Email Opened\"",
            "\"Cupel Touch\"",
            "\"Cupel Outcome\"",
            "\"Segment Consent Preference Updated\"",
            "\"\"",
            "5");

    /** How often in ten, and with which values. */
    private record Member(int inTen, String name, List<String> values) {
        String value(Random random) {
            return mostly(random, values);
        }
    }

    private static final List<Member> MEMBERS = List.of(
            new Member(10, "timestamp", TIMES),
            new Member(10, "type", TYPES),
            new Member(9, "messageId", MESSAGE_IDS),
            new Member(7, "userId", IDS),
            new Member(4, "anonymousId", List.of("\"x\"", "\"y\"", "null", "\"\"", "5")),
            new Member(7, "event", EVENTS),
            new Member(2, "name", SCALARS),
            new Member(1, "action", List.of("\"page\"", "null")),
            new Member(2, "previousId", List.of("\"x\"", "\"u\"")),
            new Member(2, "groupId", List.of("\"acme.example\"", "5")),
            new Member(2, "receivedAt", TIMES),
            new Member(2, "sentAt", TIMES),
            new Member(1, "originalTimestamp", TIMES),
            new Member(1, "integrations", List.of("{\"All\":true}", "{}")),
            new Member(1, "batch", List.of("5", "[]")));

    @TempDir
    private Path folder;

    @Test
    void theQuickWayAndTheFullReadingTellTheSame() {
        Seeds.cases(3_000).check((seed, random) -> {
            List<String> lines = new ArrayList<>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                lines.add(line(random));
            }
            List<String> quick = describe(lines, folder);
            List<String> full =
                    describe(lines.stream().map(PlainCallsPropertyTest::escaped).toList(), folder);
            assertThat(quick).isEqualTo(full);
        });
    }

    @Test
    void callsThatAreTooManyForMemoryTellTheSame() {
        Seeds.cases(500).check((seed, random) -> {
            List<String> lines = new ArrayList<>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                lines.add(line(random));
            }
            assertThat(describe(lines, new Desk(folder).onDisk())).isEqualTo(describe(lines, folder));
        });
    }

    @Test
    void plainCallsDoTakeTheQuickWay() throws Exception {
        String call =
                "{\"messageId\":\"m\",\"type\":\"page\",\"userId\":\"\u00fc1\",\"anonymousId\":\"a\",\"timestamp\":"
                        + "\"2026-01-02T03:04:05Z\",\"properties\":{\"path\":\"/\",\"list\":[1.5,true]},"
                        + "\"context\":{\"ip\":null,\"consent\":{\"categoryPreferences\":{\"Analytics\":true}}}}";
        byte[] bytes = (call + " ".repeat(JsonText.SLACK)).getBytes(StandardCharsets.UTF_8);
        PlainNodes nodes = new PlainNodes();
        assertThat(nodes.read(bytes, 0, bytes.length - JsonText.SLACK, CallReader.ENVELOPE_NAMES))
                .isTrue();
        assertThat(new PlainClock(new OccurredAt(Desk.NOW)).read(nodes)).isTrue();
        assertThat(nodes.isPlainId(nodes.messageId())).isTrue();
        CallLog log = new CallLog();
        PlainCalls calls = plainCalls(log);
        calls.glance(0, bytes, 0, bytes.length - JsonText.SLACK);
        calls.approach(1);
        assertThat(calls.take(0)).isTrue();
    }

    private static PlainCalls plainCalls(CallLog log) {
        Contract contract = Desk.contract();
        OccurredAt clock = new OccurredAt(Desk.NOW);
        Unreadables unreadables = new Unreadables();
        CallReader reader = new CallReader(contract, new AttributeNames(contract), clock, LeadIds.NONE, unreadables);
        return new PlainCalls(
                contract,
                new PartReader(reader, new JsonTree()),
                new PlainClock(clock),
                unreadables,
                new PlainCalls.Target(log, log.feeder()));
    }

    /** The same call in a form that only the full reading understands. */
    private static String escaped(String line) {
        return line.replaceFirst("\"timestamp\"", "\"\\\\u0074imestamp\"");
    }

    private static List<String> describe(List<String> lines, Path folder) {
        return describe(lines, new Desk(folder));
    }

    private static List<String> describe(List<String> lines, Desk desk) {
        desk.leads("email,title,created", "a@acme.example,CEO,", "b@acme.example,CFO,2026-01-02T00:00:00Z")
                .events(lines.toArray(String[]::new));
        List<String> description = new ArrayList<>(Desk.describe(desk.read()));
        desk.rejected.forEach(
                one -> description.add(one.line() + " " + one.reason().replaceFirst(", at column.*", "")));
        description.addAll(desk.notes);
        return description;
    }

    private static String line(Random random) {
        List<String> members = new ArrayList<>();
        for (Member member : MEMBERS) {
            maybe(random, member.inTen(), members, "\"" + member.name() + "\":" + member.value(random));
        }
        maybe(random, 3, members, "\"traits\":" + traits(random));
        maybe(
                random,
                6,
                members,
                "\"properties\":" + object(random, "path", "url", "seconds", "plan", "name", "plan.name"));
        String traits = random.nextInt(3) == 0 ? ",\"traits\":" + traits(random) : "";
        String page = "\"page\":" + object(random, "path", "url");
        String campaign = "\"campaign\":" + object(random, "source", "name");
        String consent = random.nextInt(3) == 0 ? ",\"consent\":" + consent(random) : "";
        maybe(random, 4, members, "\"context\":{" + page + "," + campaign + traits + consent + "}");
        Collections.shuffle(members, random);
        String space = random.nextInt(4) == 0 ? " " : "";
        String end = random.nextInt(30) == 0 ? "x" : "";
        return "{" + space + String.join(space + "," + space, members) + space + "}" + end;
    }

    private static String traits(Random random) {
        return "{\"email\":" + pick(random, "\"a@acme.example\"", "\"b@acme.example\"", "\"no\"", "5")
                + ",\"title\":\"T" + random.nextInt(2) + "\",\"company\":{\"employees\":"
                + pick(random, "5", "\"many\"") + "}}";
    }

    private static String consent(Random random) {
        return random.nextInt(8) == 0
                ? pick(random, SCALARS.toArray(String[]::new))
                : "{\"categoryPreferences\":" + object(random, "Analytics", "c0002", "Advertising") + "}";
    }

    private static String object(Random random, String... names) {
        List<String> members = new ArrayList<>();
        for (String name : names) {
            maybe(random, 4, members, "\"" + name + "\":" + pick(random, SCALARS.toArray(String[]::new)));
        }
        return "{" + String.join(",", members) + "}";
    }

    /** The first of all, as programs write it; now and then any. */
    private static String mostly(Random random, List<String> texts) {
        return texts.get(random.nextInt(3) > 0 ? random.nextInt(2) : random.nextInt(texts.size()));
    }

    private static void maybe(Random random, int inTen, List<String> members, String member) {
        if (random.nextInt(10) < inTen) {
            members.add(member);
        }
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
