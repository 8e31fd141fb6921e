package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import io.cupel.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A call means live what it means in a file. */
class LiveCallsPropertyTest {
    private static final long RECEIVED =
            Instant.parse("2026-03-02T11:00:00.250Z").toEpochMilli();
    /** What is refused at the door and not in files. */
    private static final Set<Reason> OF_THE_DOOR = Set.of(Reason.ZERO, Reason.FUTURE);

    private final LoggedCalls logged = new LoggedCalls(Desk.contract());
    private final CallReader files = new CallReader(
            Desk.contract(),
            new AttributeNames(Desk.contract()),
            new OccurredAt(Desk.NOW),
            LeadIds.NONE,
            new Unreadables());

    @Test
    void aBatchIsReadAsEachCallOfItAsALineOfAFile() {
        int[] accepted = new int[1];
        Seeds.cases(400).check((seed, random) -> {
            List<Map<String, @Nullable Object>> calls = calls(random);
            Map<String, @Nullable Object> batch = new HashMap<>();
            batch.put("batch", calls);
            if (random.nextBoolean()) {
                batch.put("sentAt", "2026-03-02T10:59:58Z");
                batch.put("context", Map.of("library", Map.of("name", "x"), "campaign", Map.of("source", "all")));
            }
            List<LiveCall> live = read(JsonWriter.of(batch), null);
            assertThat(live).hasSize(calls.size());
            for (int i = 0; i < live.size(); i++) {
                accepted[0] += compare(live.get(i), LineCalls.inherit(batch, calls.get(i)));
            }
        });
        assertThat(accepted[0]).isGreaterThan(Seeds.share(1_000));
    }

    @Test
    void aCallIsTheSameAloneAndInABatchAndWhenItComesAgain() {
        Seeds.cases(300).check((seed, random) -> {
            for (Map<String, @Nullable Object> call : calls(random)) {
                String written = JsonWriter.of(call);
                LiveCall alone = read(written, null).get(0);
                assertThat(read("{\"batch\":[" + written + "]}", null)).containsExactly(alone);
                LiveCall later = RequestCalls.of(written.getBytes(StandardCharsets.UTF_8))
                        .read(new Receipt(RECEIVED + 60_000, false, null))
                        .get(0);
                if (alone instanceof LiveCall.Accepted one
                        && later instanceof LiveCall.Accepted other
                        && !one.times().givenAtDoor()) {
                    assertThat(other.messageId()).isEqualTo(one.messageId());
                    assertThat(other.text()).isEqualTo(one.text());
                }
            }
        });
    }

    /** So that what was read at the door need not be read in the log, where the log is of one mind about the time. */
    @Test
    void whatIsReadAtTheDoorByAContractIsWhatIsReadInTheLog() {
        int[] same = new int[1];
        int[] mails = new int[1];
        Seeds.cases(600).check((seed, random) -> {
            List<Map<String, @Nullable Object>> calls = calls(random);
            calls.forEach(call -> mayBeOfMail(call, random));
            String batch = JsonWriter.of(Map.of("batch", calls));
            RequestCalls request = RequestCalls.of(batch.getBytes(StandardCharsets.UTF_8));
            Origin origin = random.nextBoolean() ? Origin.BROWSER : Origin.SERVER;
            Receipt receipt = new Receipt(RECEIVED, origin == Origin.BROWSER, null);
            List<LiveCall> plain = request.read(receipt);
            List<LiveCall> read = request.read(receipt, new LoggedCalls(Desk.contract()));
            assertThat(read).hasSameSizeAs(plain);
            long logged = RECEIVED + random.nextInt(3);
            for (int i = 0; i < read.size(); i++) {
                if (read.get(i) instanceof LiveCall.Accepted one) {
                    LiveCall.Accepted other = (LiveCall.Accepted) plain.get(i);
                    assertThat(one.text()).isEqualTo(other.text());
                    assertThat(one.sighting().keys()).isEqualTo(other.sighting().keys());
                    assertThat(Optional.ofNullable(one.mail()))
                            .isEqualTo(MailHits.of(
                                    one.sighting().event(),
                                    one.text(),
                                    one.sender().userAgent()));
                    mails[0] += one.mail() == null ? 0 : 1;
                    if (one.sighting().at() == one.times().occurredAt(logged)) {
                        assertThat(one.sighting()).isEqualTo(this.logged.read(one.text(), logged, origin));
                        same[0]++;
                    }
                } else {
                    assertThat(read.get(i)).isEqualTo(plain.get(i));
                }
            }
        });
        assertThat(same[0]).isGreaterThan(Seeds.share(1_000));
        assertThat(mails[0]).isGreaterThan(Seeds.share(50));
    }

    private int compare(LiveCall live, Map<String, @Nullable Object> told) throws Refusal {
        Map<String, @Nullable Object> line = new HashMap<>(told);
        line.putIfAbsent("receivedAt", Instant.ofEpochMilli(RECEIVED).toString());
        if (live instanceof LiveCall.Refused refused) {
            if (!OF_THE_DOOR.contains(refused.reason())) {
                assertThat(refusal(line).text()).isNotEmpty();
            }
            return 0;
        }
        LiveCall.Accepted one = (LiveCall.Accepted) live;
        Sighting exported = logged.read(one.text(), RECEIVED, Origin.SERVER);
        assertThat(one.times().occurredAt(RECEIVED)).isEqualTo(exported.at());
        assertThat(one.sighting().keys()).isEqualTo(exported.keys());
        assertThat(one.sighting().at()).isEqualTo(exported.at());
        if (one.times().givenAtDoor()) {
            assertThat(refusal(line)).isEqualTo(Reason.NO_TIME);
            return 1;
        }
        Map<String, @Nullable Object> normal = files.admitted(line);
        String id = CallReader.messageId(normal);
        Sighting read = files.read(normal, id == null ? CallReader.idOfContent(normal) : id);
        assertThat(exported.keys()).isEqualTo(read.keys());
        assertThat(exported.at()).isEqualTo(read.at());
        assertThat(exported.values()).isEqualTo(read.values());
        assertThat(exported.company()).isEqualTo(read.company());
        Event event = read.event();
        assertThat(exported.event() == null).isEqualTo(event == null);
        if (event != null && exported.event() != null) {
            assertThat(exported.event().type()).isEqualTo(event.type());
            assertThat(exported.event().name()).isEqualTo(event.name());
            assertThat(exported.event().values()).isEqualTo(event.values());
        }
        return 1;
    }

    private Reason refusal(Map<String, @Nullable Object> line) {
        try {
            Map<String, @Nullable Object> normal = files.admitted(line);
            Sighting read = files.read(normal, "m");
            throw new AssertionError("a file takes it: " + read);
        } catch (Refusal refusal) {
            return refusal.reason();
        }
    }

    private static void mayBeOfMail(Map<String, @Nullable Object> call, Random random) {
        if ("track".equals(call.get("type")) && random.nextInt(3) == 0) {
            call.put(
                    "event",
                    List.of("Email Delivered", "Email Opened", "Email Link Clicked")
                            .get(random.nextInt(3)));
            Object[] values = {"a", " b ", "", 7L, 1.50, 1e30, true, "yes", List.of("x")};
            Map<String, @Nullable Object> properties = new HashMap<>();
            for (String name : List.of("Message ID", "campaign_id", "url", "linkId", "De-coy", "honeypot")) {
                if (random.nextInt(3) == 0) {
                    properties.put(name, values[random.nextInt(values.length)]);
                }
            }
            call.put("properties", properties);
        }
    }

    private static List<LiveCall> read(String body, @Nullable String type) throws Refusal {
        return RequestCalls.of(body.getBytes(StandardCharsets.UTF_8)).read(new Receipt(RECEIVED, false, type));
    }

    private static List<Map<String, @Nullable Object>> calls(Random random) throws Refusal {
        List<Map<String, @Nullable Object>> calls = new ArrayList<>();
        JsonTree json = new JsonTree();
        for (String line : new RandomCalls(random).lines(12)) {
            Map<String, @Nullable Object> call = LineCalls.object(json.read(line));
            if (!call.containsKey("batch")) {
                calls.add(call);
            }
        }
        return calls;
    }
}
