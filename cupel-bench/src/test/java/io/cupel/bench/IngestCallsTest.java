package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.bench.IngestCalls.Call;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IngestCallsTest {
    private static final int LEADS = 50;

    @Test
    void theDoorsCanUseEveryCall() throws Exception {
        IngestCalls calls = new IngestCalls(LEADS, 1_000);
        List<Call> all = new ArrayList<>(calls.identities());
        all.addAll(calls.next(1_000));
        String body = all.stream().map(Call::json).collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        List<LiveCall> read = new ArrayList<>();
        RequestCalls.of(body.getBytes(StandardCharsets.UTF_8))
                .read(new Receipt(Instant.now().toEpochMilli(), false, null))
                .forEach(read::add);
        assertThat(read).hasSize(LEADS + 1_000).allMatch(LiveCall.Accepted.class::isInstance);
    }

    @Test
    void everyCallHasAMessageIdOfItsOwnAlsoWhenTheEventsBeginAgain() {
        IngestCalls calls = new IngestCalls(LEADS, 100);
        List<Call> all = new ArrayList<>(calls.identities());
        all.addAll(calls.next(300));
        Set<String> ids = all.stream().map(Call::messageId).collect(Collectors.toSet());
        assertThat(ids).hasSize(LEADS + 300);
    }

    @Test
    void anEventHasAsManyBytesAsTheAnchorsHave() {
        List<Call> events = new IngestCalls(LEADS, 1_000).next(1_000);
        int bytes = events.stream().mapToInt(call -> call.json().length()).sum();
        assertThat(bytes / events.size()).isBetween(260, 330);
    }
}
