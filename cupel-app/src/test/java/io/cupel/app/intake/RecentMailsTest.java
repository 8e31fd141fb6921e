package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentMailsTest {
    private static final String CALL = "{}";

    private final RecentMails mails = new RecentMails();

    @Test
    void onlyWhatMayTellOfMailsIsKept() {
        mails.add(List.of(
                entry(1, EventType.PAGE, CALL),
                entry(2, EventType.EMAIL_OPENED, CALL),
                entry(3, EventType.EMAIL_REPLIED, CALL),
                entry(4, EventType.EMAIL_DELIVERED, CALL),
                unread(5),
                entry(6, EventType.TRACK, CALL)));
        assertThat(positions(mails.behind(0, 100, 100))).containsExactly(2L, 4L, 5L);
        assertThat(mails.behind(0, 100, 100).until()).isEqualTo(6);
        assertThat(mails.behind(5, 100, 100)).isEqualTo(new RecentMails.Some(List.of(), 6));
    }

    @Test
    void asManyAsAreAskedForUpToWhereItIsAsked() {
        opened(1, 6);
        assertThat(positions(mails.behind(0, 4, 100))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(mails.behind(0, 4, 100).until()).isEqualTo(4);
        assertThat(positions(mails.behind(0, 6, 2))).containsExactly(1L, 2L);
        assertThat(mails.behind(0, 6, 2).until()).isEqualTo(2);
        assertThat(mails.behind(0, 6, 6).until()).isEqualTo(6);
    }

    @Test
    void whoAsksAgainFromTheSamePositionGetsTheSame() {
        opened(1, 6);
        assertThat(positions(mails.behind(3, 6, 100))).containsExactly(4L, 5L, 6L);
        assertThat(positions(mails.behind(3, 6, 100))).containsExactly(4L, 5L, 6L);
        assertThat(mails.behind(2, 6, 100).until()).as("dropped").isEqualTo(2);
    }

    @Test
    void whatAnotherInstanceLoggedBetweenIsLeftToTheLog() {
        assertThat(mails.behind(0, 100, 100).until()).isZero();
        opened(3, 2);
        assertThat(mails.behind(1, 100, 100).until()).isEqualTo(1);
        assertThat(positions(mails.behind(2, 100, 100))).containsExactly(3L, 4L);
        opened(7, 2);
        assertThat(mails.behind(2, 100, 100).until()).isEqualTo(2);
        assertThat(mails.behind(5, 100, 100).until()).isEqualTo(5);
        assertThat(positions(mails.behind(6, 100, 100))).containsExactly(7L, 8L);
        assertThat(mails.behind(8, 100, 100).until()).isEqualTo(8);
    }

    @Test
    void whereThereIsNoRoomAllIsLeftToTheLog() {
        String call = "x".repeat(1 << 20);
        for (int i = 1; i <= 8; i++) {
            mails.add(List.of(entry(i, EventType.EMAIL_OPENED, call)));
        }
        assertThat(positions(mails.behind(1, 100, 100))).hasSize(7);
        mails.add(List.of(entry(9, EventType.EMAIL_OPENED, call)));
        assertThat(positions(mails.behind(1, 100, 100))).as("room was made").hasSize(8);
        mails.add(List.of(entry(10, EventType.EMAIL_OPENED, call)));
        assertThat(mails.behind(1, 100, 100).until()).isEqualTo(1);
        assertThat(mails.behind(9, 100, 100).until()).isEqualTo(9);
        mails.add(List.of(entry(11, EventType.EMAIL_OPENED, call)));
        assertThat(positions(mails.behind(10, 100, 100))).containsExactly(11L);
    }

    private void opened(long first, int count) {
        mails.add(LongStream.range(first, first + count)
                .mapToObj(position -> entry(position, EventType.EMAIL_OPENED, CALL))
                .toList());
    }

    private static List<Long> positions(RecentMails.Some some) {
        return some.entries().stream().map(each -> each.entry().position()).toList();
    }

    private static Recent.Entry entry(long position, EventType type, String call) {
        Event event = new Event("m" + position, position, type, "", Map.of());
        Sighting sighting = Sighting.call(new Keys("u", List.of(), null, null, null), event, Map.of(), null);
        return new Recent.Entry(entry(position, call), null, sighting);
    }

    private static Recent.Entry unread(long position) {
        return Recent.unread(entry(position, CALL));
    }

    private static LogEntry entry(long position, String call) {
        return new LogEntry(position, Instant.EPOCH, Instant.EPOCH, 1, Origin.SERVER, call);
    }
}
