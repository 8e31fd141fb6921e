package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.consent.Basis;
import io.cupel.core.consent.ConsentRecord;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.consent.Teller;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Told;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody agreed to is what the set of words says, in whatever order they were heard. */
class ConsentPropertyTest {
    private static final int INSTANTS = 12;

    private static List<ConsentWord> words(Draw draw, int count) {
        List<ConsentWord> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isGiven = draw.chance(50);
            Origin origin = draw.of(Origin.values());
            String by = origin == Origin.BROWSER ? "" : draw.of("", "", "ann");
            Basis basis = isGiven ? draw.of(Basis.CONSENT, Basis.CONSENT, Basis.CONTRACT) : null;
            Said said = new Said(
                    draw.of(Purpose.values()),
                    isGiven,
                    basis,
                    draw.of(Means.values()),
                    draw.of("", "", "on the phone"));
            long at = draw.chance(5) ? Told.BEFORE_ALL : draw.between(0, INSTANTS);
            words.add(new ConsentWord(at, draw.chance(20), "m" + i, new Teller(origin, by), said));
        }
        return words;
    }

    @Test
    void theRecordIsWhatLookingAtAllWordsSaysWhateverTheirOrder() {
        int[] given = new int[1];
        int[] withheld = new int[1];
        Seeds.cases(4_000).check((seed, random) -> {
            List<ConsentWord> words = words(new Draw(random), random.nextInt(16));
            ConsentRecord record = ConsentRecord.of(words);
            List<ConsentWord> shuffled = new ArrayList<>(words);
            Collections.shuffle(shuffled, random);
            assertThat(ConsentRecord.of(shuffled)).isEqualTo(record);
            for (Purpose purpose : Purpose.values()) {
                for (long instant = -1; instant <= INSTANTS; instant++) {
                    SlowConsent.Holding wanted = SlowConsent.at(words, purpose, instant);
                    Optional<ConsentWord> found = record.at(purpose, instant);
                    assertThat(found.map(word -> new SlowConsent.Holding(
                                    word.said().isGiven(), word.said().basis(), word.teller(), word.at(), word)))
                            .isEqualTo(Optional.ofNullable(wanted));
                    given[0] += wanted != null && wanted.isGiven() ? 1 : 0;
                    withheld[0] += wanted != null && !wanted.isGiven() ? 1 : 0;
                }
            }
        });
        assertThat(given[0]).isGreaterThan(Seeds.share(10_000));
        assertThat(withheld[0]).isGreaterThan(Seeds.share(10_000));
    }

    @Test
    void aSecondHearingChangesNothing() {
        Seeds.cases(1_000).check((seed, random) -> {
            List<ConsentWord> words = words(new Draw(random), random.nextInt(16));
            List<ConsentWord> twice = new ArrayList<>(words);
            twice.addAll(words);
            assertThat(ConsentRecord.of(twice)).isEqualTo(ConsentRecord.of(words));
        });
    }

    @Test
    void ofLeadsThatAreOneTheStrictestHoldsAtEachInstant() {
        int[] differing = new int[1];
        Seeds.cases(3_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            List<List<ConsentWord>> parts = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                parts.add(words(draw, random.nextInt(12)));
            }
            ConsentRecord whole = ConsentRecord.strictest(
                    parts.stream().map(ConsentRecord::of).toList());
            for (Purpose purpose : Purpose.values()) {
                for (long instant = -1; instant <= INSTANTS; instant++) {
                    Boolean wanted = SlowConsent.together(parts, purpose, instant);
                    Optional<Boolean> found =
                            whole.at(purpose, instant).map(word -> word.said().isGiven());
                    assertThat(found).isEqualTo(Optional.ofNullable(wanted));
                    ConsentRecord mixed = ConsentRecord.of(
                            parts.stream().flatMap(List::stream).toList());
                    differing[0] += mixed.at(purpose, instant)
                                    .map(word -> word.said().isGiven())
                                    .equals(found)
                            ? 0
                            : 1;
                }
            }
        });
        assertThat(differing[0]).isGreaterThan(Seeds.share(1_000));
    }
}
