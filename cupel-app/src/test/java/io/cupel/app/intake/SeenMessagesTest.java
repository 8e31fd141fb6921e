package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.ground.Digests;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenMessagesTest {
    private final SeenMessages seen = new SeenMessages();

    @Test
    void newMessagesNeedNoLook() {
        seen.add(messages(0));
        assertThat(seen.mayHave(messages(1_000))).isFalse();
        assertThat(seen.mayHave(messages(0))).isTrue();
    }

    @Test
    void afterAWrongGuessIsLookedForAWhile() {
        seen.doubt();
        long looks = IntStream.range(0, 1_000)
                .filter(i -> seen.mayHave(messages(1_000)))
                .count();
        assertThat(looks).isEqualTo(100);
    }

    private static List<UUID> messages(int first) {
        return IntStream.range(first, first + 100)
                .mapToObj(i -> Digests.half("message " + i))
                .toList();
    }
}
