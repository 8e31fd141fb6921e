package io.cupel.app.judging;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.identity.ClaimUndo;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Claimed;
import io.cupel.core.evidence.MailDomains;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What browsers claim of who leads are, and what people say not to be true of it. What is said is an entry of the log;
 * it takes effect when that is judged. Safe for several threads.
 */
public final class LeadClaims {
    /** Of more nobody reads a list. */
    static final int CLAIMS_MAX = 1_000;

    private final JudgingTables tables;
    private final Registers registers;
    private final EventLog log;
    private final SpokenCalls spoken;
    private final ClaimReader reader;
    private final Clock clock;

    LeadClaims(JudgingTables tables, Registers registers, EventLog log, ClaimReader reader, Clock clock) {
        this.tables = tables;
        this.registers = registers;
        this.log = log;
        this.spoken = new SpokenCalls(log);
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * An undo, as it stands.
     *
     * @param at when it was said
     * @param by by whom
     */
    public record Said(ClaimUndo undo, Instant at, String by) {}

    /**
     * A claim of a lead.
     *
     * @param claimed as far as it is believed; null where all of it was undone
     * @param undone the last undo that holds; null for none
     */
    public record Row(@Nullable Claimed claimed, @Nullable Said undone) {}

    private record Named(String visitor, String address) {}

    /** The claims of a lead, those that are believed first, in the order in which they were told first. */
    public List<Row> claims(long lead) {
        long whole = whole(lead);
        Map<Named, Said> undone = new LinkedHashMap<>();
        said(undos(whole, Long.MAX_VALUE, CLAIMS_MAX)).stream()
                .filter(said -> said.undo.holds())
                .forEach(said -> undone.putIfAbsent(new Named(said.undo.visitor(), said.undo.address()), said));
        List<Row> rows = new ArrayList<>();
        for (Claimed claimed : reader.claims(whole)) {
            rows.add(new Row(claimed, undone.remove(new Named(claimed.visitor(), claimed.address()))));
        }
        undone.values().forEach(said -> rows.add(new Row(null, said)));
        return rows.subList(0, Math.min(rows.size(), CLAIMS_MAX));
    }

    private List<ClaimUndo> undos(long lead, long before, int limit) {
        List<String> addresses = registers.keysOf(lead).stream()
                .map(FiledKey::node)
                .filter(node -> node.indexOf('@') >= 0)
                .toList();
        return addresses.isEmpty() ? List.of() : registers.claimUndos(before, addresses, limit);
    }

    /** Undos before a position of the log, the newest first; of one lead those of its addresses. */
    public List<Said> undos(long before, @Nullable Long lead, int limit) {
        return said(lead == null ? registers.claimUndos(before, List.of(), limit) : undos(whole(lead), before, limit));
    }

    /** The undo that an entry of this id said; empty where it said none, or is not yet judged. */
    public Optional<Said> find(String id) {
        return registers.claimUndo(id).map(undo -> said(List.of(undo)).get(0));
    }

    private List<Said> said(List<ClaimUndo> undos) {
        Map<Long, Said> found = new LinkedHashMap<>();
        undos.forEach(undo -> found.put(undo.position(), new Said(undo, Instant.EPOCH, "")));
        log.at(found.keySet())
                .forEach(entry -> found.computeIfPresent(
                        entry.position(),
                        (position, said) -> new Said(said.undo, entry.receivedAt(), SpokenCalls.by(entry))));
        return List.copyOf(found.values());
    }

    /** What a lead would be without a claim; nothing is written. */
    public ClaimPreview preview(long lead, String visitor, String address) {
        long whole = whole(lead);
        Claimed claimed = claimed(whole, visitor, address);
        return reader.preview(whole, claimed.visitor(), claimed.address(), clock.instant());
    }

    private Claimed claimed(long whole, String visitor, String address) {
        String mail = MailDomains.normaliseEmail(address).orElse(address);
        return reader.claims(whole).stream()
                .filter(each -> each.visitor().equals(visitor) && each.address().equals(mail))
                .findFirst()
                .orElseThrow(JudgingProblem.NOT_CLAIMED::exception);
    }

    /**
     * Says that what was claimed of a lead by now is not true.
     *
     * @return the id of the entry that says so
     */
    public String undo(long lead, String visitor, String address, String by) {
        Claimed claimed = claimed(whole(lead), visitor, address);
        String id = "claim-" + UUID.randomUUID();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", "undo");
        properties.put("visitor", claimed.visitor());
        properties.put("address", claimed.address());
        properties.put("by", by);
        say(id, properties);
        return id;
    }

    /** Takes an undo back. */
    public void restore(String id, String by) {
        Said said = find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no such undo"));
        if (!said.undo.holds()) {
            throw JudgingProblem.RESTORED.exception();
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", "restore");
        properties.put("undo", id);
        properties.put("by", by);
        say("restore-" + id, properties);
    }

    private void say(String id, Map<String, @Nullable Object> properties) {
        Instant now = clock.instant();
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("type", "track");
        call.put("event", "Cupel Claim");
        call.put("messageId", id);
        call.put("timestamp", now.toString());
        call.put("properties", properties);
        spoken.append(List.of(call), now);
    }

    private long whole(long lead) {
        long whole = tables.parts().whole(tables.cases().present(lead));
        if (registers.keysOf(whole).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND, "there is no lead of this number");
        }
        return whole;
    }
}
