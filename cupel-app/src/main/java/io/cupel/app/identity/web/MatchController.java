package io.cupel.app.identity.web;

import io.cupel.app.ground.Fields;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.Imports;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The call by which {@code cupel import} looks what the server has already, before it brings anything. */
@RestController
final class MatchController {
    /** Hashes of one kind in a call. */
    static final int HASHES_MAX = 10_000;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final int RADIX = 16;
    private static final int HALF = 16;

    private final Registers registers;
    private final Imports imports;

    MatchController(Registers registers, Imports imports) {
        this.registers = registers;
        this.imports = imports;
    }

    /**
     * What is looked for, so that nothing personal is told: the first 16 bytes of SHA-256 each, in hexadecimal.
     *
     * @param keys of leads
     * @param messages ids of calls
     */
    record MatchForm(
            @Nullable List<@Nullable String> keys, @Nullable List<@Nullable String> messages) {}

    /**
     * What was found, in the order in which it was asked for.
     *
     * @param leads the number of the lead that has the key; 0 for none
     * @param known whether the log has the message
     */
    record MatchView(List<Long> leads, List<Boolean> known) {}

    @Needs(Scope.IMPORTS_WRITE)
    @PostMapping("/api/imports/matches")
    MatchView matches(@RequestBody MatchForm form) {
        Fields fields = new Fields();
        List<UUID> keys = hashes("/keys", form.keys(), fields);
        List<UUID> messages = hashes("/messages", form.messages(), fields);
        fields.orThrow();
        Map<UUID, Long> leads = keys.isEmpty() ? Map.of() : registers.leadsOf(keys);
        Set<UUID> known = messages.isEmpty() ? Set.of() : imports.known(messages);
        return new MatchView(
                keys.stream().map(key -> leads.getOrDefault(key, 0L)).toList(),
                messages.stream().map(known::contains).toList());
    }

    private static List<UUID> hashes(String place, @Nullable List<@Nullable String> told, Fields fields) {
        List<UUID> hashes = new ArrayList<>();
        if (told == null) {
            return hashes;
        }
        if (told.size() > HASHES_MAX) {
            fields.fault(place, "there are more than " + HASHES_MAX);
            return hashes;
        }
        for (int i = 0; i < told.size(); i++) {
            String hash = told.get(i);
            if (hash == null || !HASH.matcher(hash).matches()) {
                fields.fault(place + "/" + i, "it must be 32 digits of 0-9 and a-f");
                return hashes;
            }
            hashes.add(new UUID(half(hash.substring(0, HALF)), half(hash.substring(HALF))));
        }
        return hashes;
    }

    private static long half(String digits) {
        return new BigInteger(digits, RADIX).longValue();
    }
}
