package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.consent.ConsentRecord;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Purpose;
import io.cupel.core.evidence.ConsentWords;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The strictest consent holds of leads that people merged, and after a merge is taken back each has its own. */
class ConsentMergesPropertyTest {
    /** A register with the words of all that it enrolled. */
    private static final class Heard {
        private final Register register = new Register();
        private final Map<Long, Sighting> entries = new TreeMap<>();

        void take(long position, Sighting entry) {
            register.enrol(position, entry);
            entries.put(position, entry);
        }

        /** What was said of a lead, and not of those with which it is merged. */
        private List<ConsentWord> words(long lead) {
            List<Long> unnamed = register.unnamed(lead);
            List<ConsentWord> words = new ArrayList<>();
            entries.forEach((position, entry) -> {
                List<Key> told = Key.of(entry.keys());
                boolean isOwn = told.isEmpty()
                        ? unnamed.contains(position)
                        : register.leadOf(told.get(0).node()).orElse(0) == lead;
                if (isOwn) {
                    words.addAll(ConsentWords.of(entry, List.of()));
                }
            });
            return words;
        }

        List<List<ConsentWord>> parts(long whole) {
            return register.parts(whole).stream().map(this::words).toList();
        }

        Map<Long, String> wholes() {
            Map<Long, String> wholes = new HashMap<>();
            register.leads().forEach(lead -> {
                long whole = register.whole(lead);
                wholes.put(whole, register.name(whole));
            });
            return wholes;
        }

        Map<String, ConsentRecord> records() {
            Map<String, ConsentRecord> records = new TreeMap<>();
            wholes().forEach((whole, name) -> records.put(
                    name,
                    ConsentRecord.strictest(
                            parts(whole).stream().map(ConsentRecord::of).toList())));
            return records;
        }
    }

    @Test
    void theStrictestHoldsAndUndoIsExact() {
        int[] strict = new int[1];
        int[] undone = new int[1];
        Seeds.cases(1_500).check((seed, random) -> {
            List<Received> log = new RandomLog(new Draw(random)).merged().next(1 + random.nextInt(60));
            Heard with = new Heard();
            Heard without = new Heard();
            List<String> merges = new ArrayList<>();
            long position = 0;
            for (Received entry : log) {
                with.take(++position, entry.sighting());
                if (!(entry.sighting().act() instanceof Merging merging)) {
                    without.take(position, entry.sighting());
                } else if (!merging.isUndo()) {
                    merges.add(merging.id());
                }
            }
            long end = log.get(log.size() - 1).received();
            strict[0] += assertStrictest(with, end);
            undone[0] += with.records().equals(without.records()) ? 0 : 1;
            for (int i = merges.size() - 1; i >= 0; i--) {
                Merging undo = Merging.undo("u" + i, end, merges.get(i), "");
                with.take(++position, Sighting.act(Keys.NONE, undo));
            }
            assertThat(with.records()).isEqualTo(without.records());
        });
        assertThat(strict[0]).isGreaterThan(Seeds.share(50));
        assertThat(undone[0]).isGreaterThan(Seeds.share(100));
    }

    /** Gives of how many purposes of merged leads the parts did not say the same. */
    private static int assertStrictest(Heard heard, long end) {
        int differing = 0;
        Map<String, ConsentRecord> records = heard.records();
        for (Map.Entry<Long, String> each : heard.wholes().entrySet()) {
            List<List<ConsentWord>> parts = heard.parts(each.getKey());
            for (Purpose purpose : Purpose.values()) {
                Optional<Boolean> found = Optional.ofNullable(records.get(each.getValue()))
                        .flatMap(record -> record.at(purpose, end))
                        .map(word -> word.said().isGiven());
                assertThat(found).isEqualTo(Optional.ofNullable(SlowConsent.together(parts, purpose, end)));
                differing += parts.stream()
                                        .map(part -> Optional.ofNullable(SlowConsent.at(part, purpose, end))
                                                .map(SlowConsent.Holding::isGiven))
                                        .distinct()
                                        .count()
                                > 1
                        ? 1
                        : 0;
            }
        }
        return differing;
    }
}
