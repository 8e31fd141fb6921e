package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.lifecycle.Judge;
import io.cupel.core.state.UnreadableState;
import io.cupel.testkit.Seeds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** A case that was written and read is the case, and nothing else is taken for one. */
class WrittenCasePropertyTest {
    private static final int CHECKSUM_BYTES = 4;

    @Test
    void goingOnAfterReadingGivesWhatNeverWritingGives() {
        Seeds.cases(1_500).check((seed, random) -> {
            Continued lead = new Continued(Worlds.next(random));
            boolean always = random.nextBoolean();
            NavigableSet<Long> instants = lead.instants();
            for (long instant : instants) {
                lead.goTo(instant);
                if (always || random.nextInt(4) == 0) {
                    lead.cutAt(instant);
                }
                Long later = instants.higher(instant);
                if (instant != Long.MIN_VALUE) {
                    long next = later == null ? instant + 400_000_000 : later;
                    lead.compareAt(instant);
                    lead.compareAt(instant + (next - instant) / 2);
                    lead.compareAt(next - 1);
                }
            }
            long end = instants.last();
            lead.compareAt(end == Long.MIN_VALUE ? 0 : end + 40_000L * 86_400_000L);
        });
    }

    @Test
    void nothingCutOffOrChangedIsRead() {
        Seeds.cases(300).check((seed, random) -> {
            World world = Worlds.next(random);
            Judge judge = Judge.of(world.contract());
            byte[] written = someState(world, random);
            for (int length = 0; length < written.length; length++) {
                assertUnreadable(judge, Arrays.copyOf(written, length));
            }
            assertUnreadable(judge, Arrays.copyOf(written, written.length + 1));
            for (int bit = 0; bit < Byte.SIZE * written.length; bit++) {
                byte[] changed = written.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                assertUnreadable(judge, changed);
            }
        });
    }

    @Test
    void randomBytesAreNoState() {
        Seeds.cases(20_000).check((seed, random) -> {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 3;
            }
            assertUnreadable(Judge.of(Workshop.CONTRACT), bytes);
        });
    }

    /** With the checksum made right, what is read is at least a state: the one that has these very bytes. */
    @Test
    void whatPassesTheChecksumIsAStateOrNone() {
        int[] read = new int[2];
        Seeds.cases(1_000).check((seed, random) -> {
            World world = Worlds.next(random);
            Judge judge = Judge.of(world.contract());
            byte[] written = someState(world, random);
            for (int i = 0; i < 40; i++) {
                byte[] forged = forged(written, random);
                try {
                    assertThat(judge.read("lead", forged).written()).isEqualTo(forged);
                    read[1]++;
                } catch (UnreadableState refused) {
                    read[0]++;
                }
            }
        });
        System.out.println("forged states: " + read[0] + " refused, " + read[1] + " are states of their own");
        assertThat(read[0]).isPositive();
        assertThat(read[1]).isPositive();
    }

    @Test
    void aStateOfAnotherContractIsNoneOrItsOwn() {
        Seeds.cases(2_000).check((seed, random) -> {
            byte[] written = someState(Worlds.next(random), random);
            Judge other = Judge.of(Worlds.next(random).contract());
            try {
                assertThat(other.read("lead", written).written()).isEqualTo(written);
            } catch (UnreadableState refused) {
                assertThat(refused).hasMessageContaining("Fold the lead anew");
            }
        });
    }

    private static byte[] someState(World world, Random random) throws UnreadableState {
        Continued lead = new Continued(world);
        NavigableSet<Long> instants = lead.instants();
        int steps = 1 + random.nextInt(instants.size());
        byte[] written = {};
        for (long instant : instants) {
            lead.goTo(instant);
            if (--steps == 0) {
                written = lead.cutAt(instant);
                break;
            }
        }
        return written;
    }

    /** Bytes changed, left out, put in or drawn anew, and the checksum that belongs to them. */
    private static byte[] forged(byte[] written, Random random) {
        byte[] body = Arrays.copyOf(written, written.length - CHECKSUM_BYTES);
        int place = 1 + random.nextInt(body.length - 1);
        switch (random.nextInt(5)) {
            case 0 -> body[place] = (byte) random.nextInt(256);
            case 1 -> body[place] ^= (byte) (1 << random.nextInt(8));
            case 2 -> body = Arrays.copyOf(body, place);
            case 3 -> {
                body = Arrays.copyOf(body, body.length + 1 + random.nextInt(12));
                Arrays.fill(body, place, body.length, (byte) random.nextInt(256));
            }
            default -> {
                byte[] rest = new byte[random.nextInt(60)];
                random.nextBytes(rest);
                body = ByteBuffer.allocate(1 + rest.length)
                        .put((byte) 1)
                        .put(rest)
                        .array();
            }
        }
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return ByteBuffer.allocate(body.length + CHECKSUM_BYTES)
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static void assertUnreadable(Judge judge, byte[] bytes) {
        assertThatThrownBy(() -> judge.read("lead", bytes)).isInstanceOf(UnreadableState.class);
    }
}
