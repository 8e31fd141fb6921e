package io.cupel.app.judging;

import io.cupel.app.identity.Erasure;
import io.cupel.app.identity.Erasures;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.people.Repeats;
import io.cupel.core.evidence.Forgotten;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Erases people: what they did becomes tombstones in the log, what is known of them is deleted, and calls that name
 * them are refused from then on. Changes of stage stay, without anything that says whose they were. Safe for several
 * threads.
 */
public final class Erasing {
    /** What a shorter text stands for is looked for only where it stands by itself: many texts have it in them. */
    private static final int TELLING_MIN = 5;

    private final LiveJudge judge;
    private final Sweeping sweeping;
    private final JudgingTables tables;
    private final Registers registers;
    private final EventLog log;
    private final Erasures erasures;
    private final Repeats repeats;
    private final Clock clock;

    /** Where what may name somebody is kept. */
    record Places(Registers registers, EventLog log, Erasures erasures, Repeats repeats) {}

    Erasing(LiveJudge judge, Sweeping sweeping, JudgingTables tables, Places places, Clock clock) {
        this.judge = judge;
        this.sweeping = sweeping;
        this.tables = tables;
        this.registers = places.registers();
        this.log = places.log();
        this.erasures = places.erasures();
        this.repeats = places.repeats();
        this.clock = clock;
    }

    /**
     * Erases a lead, when all that came in before is judged.
     *
     * @param by number of the person who has it done
     * @return empty where there is no lead of this number
     */
    public Optional<Erasure> erase(long lead, long by) {
        return alone(standstill -> {
            if (tables.cases().find(lead).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(erase(lead, by, standstill));
        });
    }

    /**
     * Erases whom a key names: the lead that has it, and where there is none, the key is barred all the same.
     *
     * @param key a user id, an address, a phone number, an id of another system, an anonymous id
     */
    public Erasure erase(String key, long by) {
        return alone(standstill -> {
            Optional<Long> lead = registers.leadOf(key);
            if (lead.isPresent()) {
                return erase(lead.get(), by, standstill);
            }
            String node = MailDomains.normaliseEmail(key)
                    .or(() -> Phone.normalised(key))
                    .orElse(key);
            return erasures.bar(now(), by, new LinkedHashSet<>(List.of(key, node)), 0);
        });
    }

    /** Most of what leads did not hear yet they hear while others still judge, and what they hear by it right after. */
    private <T> T alone(Function<LiveJudge.Standstill, T> work) {
        sweeping.tellAll();
        T done = judge.alone(work);
        sweeping.tellAll();
        return done;
    }

    private Instant now() {
        return clock.instant();
    }

    /** With all leads that it is merged with. */
    private Erasure erase(long lead, long by, LiveJudge.Standstill standstill) {
        Set<String> texts = new LinkedHashSet<>();
        Set<String> nodes = new LinkedHashSet<>();
        Set<Long> positions = new TreeSet<>();
        for (long part : registers.parts(tables.parts().whole(lead))) {
            registers.keys(part).forEach(key -> texts.add(key.text()));
            texts.addAll(phones(part, standstill.register().register()));
            Forgotten forgotten = standstill.register().forget(part);
            List<Long> numbers = new ArrayList<>(tables.cases().absorbed(part));
            numbers.add(part);
            numbers.addAll(forgotten.merged().undone());
            standstill.cases().forget(numbers);
            standstill.cases().place(forgotten.merged().places());
            standstill.inform(forgotten);
            forgetMails(forgotten);
            nodes.addAll(forgotten.nodes());
            nodes.addAll(forgotten.devices());
            positions.addAll(forgotten.positions());
        }
        texts.addAll(nodes);
        List<String> words = texts.stream().map(Erasing::word).toList();
        nodes.addAll(texts);
        log.erase(positions, text -> isAbout(text, words, nodes));
        repeats.forget(words);
        return erasures.bar(now(), by, nodes, positions.size());
    }

    /** Beside an address or a user id a number is no key; but the person is not to come back by it. */
    private Set<String> phones(long lead, Register register) {
        Set<String> phones = new LinkedHashSet<>();
        for (Told word : register.evidence(lead).own().told()) {
            if (word.values().get("lead.phone") instanceof String told) {
                Phone.normalised(told).ifPresent(phones::add);
            }
        }
        phones.removeIf(
                phone -> registers.leadOf(phone).filter(other -> other != lead).isPresent());
        return phones;
    }

    private void forgetMails(Forgotten forgotten) {
        Set<UUID> whose = new HashSet<>();
        forgotten.nodes().forEach(node -> whose.add(Registers.hashOf(node)));
        forgotten.devices().forEach(device -> whose.add(Registers.hashOf(device)));
        forgetMails(whose, new ArrayList<>(forgotten.positions()));
        tables.suspects().forget(whose, forgotten.positions());
    }

    /** While the entries still say what they told of mails. */
    private void forgetMails(Set<UUID> names, List<Long> positions) {
        MailReading reading = new MailReading();
        for (int from = 0; from < positions.size(); from += EventLog.READ_MAX) {
            int until = Math.min(positions.size(), from + EventLog.READ_MAX);
            tables.mails().forget(names, reading.rows(log.at(positions.subList(from, until))));
        }
    }

    /** As it was written, or in any other way in which a key may be written. */
    private static boolean isAbout(String text, Collection<String> words, Set<String> nodes) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                || !Collections.disjoint(Registers.namesIn(text), nodes);
    }

    /** As it would stand in what is kept of requests and answers. */
    private static String word(String text) {
        return text.length() < TELLING_MIN ? '"' + text + '"' : text;
    }
}
