package io.cupel.files;

import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.mail.Detector;
import io.cupel.core.mail.MailHit;
import io.cupel.core.mail.Suspect;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls that say which events are suspect. Such a call names its lead just as the call of the event did, and is
 * told by the same origin: so it says nothing new about who is who, and goes wherever its event goes.
 */
public final class SuspectCalls {
    /** In place of the number that a call has in its request: it was in none, and is not counted with it. */
    public static final int NOT_SENT = 0;
    /** Bytes of ids in one call, so that it stays shorter than a call may be. */
    private static final int IDS_MAX = 16_000;

    private SuspectCalls() {}

    /** Calls as they came, with what is known of each by itself in front of it. */
    public static List<LiveCall.Accepted> inFront(List<LiveCall.Accepted> calls, Receipt receipt) {
        List<LiveCall.Accepted> all = new ArrayList<>(calls.size());
        for (LiveCall.Accepted call : calls) {
            MailHit hit = call.mail();
            if (hit != null && hit.kind() != MailHit.Kind.DELIVERED && isShort(call.messageId())) {
                Set<Suspect> reasons = Detector.find(List.of(hit)).get(hit.id());
                if (reasons != null) {
                    mark(call, reasons, receipt).ifPresent(all::add);
                }
            }
            all.add(call);
        }
        return all;
    }

    private static Optional<LiveCall.Accepted> mark(LiveCall.Accepted call, Set<Suspect> reasons, Receipt receipt) {
        long at = call.times().occurredAt(receipt.at());
        return of(NOT_SENT, call.sighting().keys(), word(at, List.of(call.messageId()), reasons), receipt.at());
    }

    /** A mark of the detector. */
    public static Suspicion word(long at, List<String> events, Collection<Suspect> reasons) {
        List<String> written = reasons.stream().map(Suspect::written).toList();
        String id = "suspect-" + hash(events, written);
        return new Suspicion(id, at, Suspicion.Verdict.MARK, events, written, "");
    }

    /**
     * A release by a person.
     *
     * @param marks what tells these marks from later ones: the same release of the same marks counts once
     */
    public static Suspicion release(long at, List<String> events, List<String> marks, String by) {
        return new Suspicion("release-" + hash(events, marks), at, Suspicion.Verdict.RELEASE, events, List.of(), by);
    }

    /** In parts of which each fits into one call; ids that are too long for any are left out. */
    public static List<List<String>> parts(Collection<String> events) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int bytes = 0;
        for (String event : events) {
            int more = event.getBytes(StandardCharsets.UTF_8).length;
            if (!part.isEmpty() && (part.size() == Suspicion.EVENTS_MAX || bytes + more > IDS_MAX)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            if (more <= IDS_MAX) {
                part.add(event);
                bytes += more;
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static boolean isShort(String id) {
        return !parts(List.of(id)).isEmpty();
    }

    /**
     * The call that says it; empty where no such call can name the lead as the call of the events did.
     *
     * @param keys of the call of the events
     * @param received in milliseconds since 1970 UTC
     */
    public static Optional<LiveCall.Accepted> of(Keys keys, Suspicion word, long received) {
        return of(1, keys, word, received);
    }

    private static Optional<LiveCall.Accepted> of(int number, Keys keys, Suspicion word, long received) {
        Map<String, @Nullable Object> call = CanonicalJson.inOrder(call(keys, word));
        String text = CanonicalJson.exactlyAsItStands(call);
        try {
            CallTimes times = CallTimes.of(call, true); // said again it has another time, and is the same word
            Sighting sighting = LoggedCalls.withoutContract().read(text, received, keys.origin());
            return names(sighting.keys()).equals(names(keys))
                    ? Optional.of(new LiveCall.Accepted(
                            number, text, word.id(), times, sighting, new LiveCall.Sender(null, null), null))
                    : Optional.empty();
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** The one name by which a call is found to be a lead's or a browser's. */
    private static String names(Keys keys) {
        List<Key> told = Key.of(keys);
        return told.isEmpty() ? String.valueOf(keys.anonymous()) : told.get(0).node();
    }

    private static Map<String, @Nullable Object> call(Keys keys, Suspicion word) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("type", "track");
        call.put("event", SuspectWords.NAME);
        call.put("messageId", word.id());
        call.put("timestamp", Instant.ofEpochMilli(word.at()).toString());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("decision", word.verdict().written());
        properties.put("events", word.events());
        if (!word.reasons().isEmpty()) {
            properties.put("reasons", word.reasons());
        }
        if (!word.by().isEmpty()) {
            properties.put("by", word.by());
        }
        name(keys, call, properties);
        call.put("properties", properties);
        return call;
    }

    /** By the key that says whose the event is, and by nothing else that was told beside it. */
    private static void name(Keys keys, Map<String, @Nullable Object> call, Map<String, @Nullable Object> properties) {
        List<Key> told = Key.of(keys);
        if (told.isEmpty()) {
            call.put("anonymousId", keys.anonymous());
            return;
        }
        String text = told.get(0).text();
        switch (told.get(0).kind()) {
            case USER -> call.put("userId", text);
            case PHONE -> call.put("context", Map.of("traits", Map.of("phone", text)));
            case EMAIL, FURTHER_EMAIL, CRM -> properties.put("lead", text);
        }
    }

    private static String hash(List<String> events, List<String> beside) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = String.join("\n", events) + "\n\n" + String.join("\n", beside);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
