package io.cupel.core.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people said not to be true of what browsers claimed. It is a set: in which order it was said makes no
 * difference. A denial holds unless anything of the set takes it back.
 */
public final class Denials {
    private static final String EMAIL = "lead.email";

    private final Map<String, Denial> denials = new HashMap<>();
    private final Map<Claim, Set<Denial>> byClaim = new HashMap<>();
    private final Set<String> undone = new HashSet<>();
    /** By the claim: up to when it is denied. */
    private final Map<Claim, Long> until = new HashMap<>();

    /** That a visitor is an address's. */
    record Claim(String visitor, String address) {
        static Claim of(Denial denial) {
            return new Claim(denial.visitor(), denial.address());
        }
    }

    /** Those that are among these words. */
    public static Denials of(Collection<Sighting> sightings) {
        Denials all = new Denials();
        for (Sighting each : sightings) {
            if (each.act() instanceof Denial denial) {
                all.add(denial);
            }
        }
        return all;
    }

    /** Of which claim a word may change what is believed; empty for one that takes back what was not said yet. */
    Optional<Claim> claim(Denial word) {
        return Optional.ofNullable(word.isRestore() ? denials.get(word.undone()) : word)
                .map(Claim::of);
    }

    /** Takes in another word. */
    void add(Denial word) {
        if (word.isRestore()) {
            undone.add(word.undone());
        } else {
            denials.put(word.id(), word);
            byClaim.computeIfAbsent(Claim.of(word), each -> new HashSet<>()).add(word);
        }
        claim(word).ifPresent(this::limit);
    }

    private void limit(Claim claim) {
        long last = Long.MIN_VALUE;
        for (Denial each : byClaim.getOrDefault(claim, Set.of())) {
            if (!undone.contains(each.id())) {
                last = Math.max(last, each.at());
            }
        }
        if (last == Long.MIN_VALUE) {
            until.remove(claim);
        } else {
            until.put(claim, last);
        }
    }

    /** The claims of which people said something, of one of these addresses or visitors. */
    List<Claim> naming(Collection<String> names) {
        return byClaim.keySet().stream()
                .filter(claim -> names.contains(claim.visitor()) || names.contains(claim.address()))
                .toList();
    }

    /** Forgets what was said of claims. */
    void forget(Collection<Claim> claims) {
        for (Claim claim : claims) {
            Objects.requireNonNull(byClaim.remove(claim)).forEach(denial -> denials.remove(denial.id()));
            until.remove(claim);
        }
    }

    /** Of whom it is denied that they are an address's, and up to when. */
    public Map<String, Long> visitors(String address) {
        Map<String, Long> visitors = new HashMap<>();
        until.forEach((claim, last) -> {
            if (claim.address().equals(address)) {
                visitors.put(claim.visitor(), last);
            }
        });
        return visitors;
    }

    /** Whether nothing is denied. */
    public boolean isEmpty() {
        return until.isEmpty();
    }

    /** Up to when it is denied that a visitor is an address's; the least number for not at all. */
    public long until(@Nullable String visitor, String address) {
        return visitor == null ? Long.MIN_VALUE : until.getOrDefault(new Claim(visitor, address), Long.MIN_VALUE);
    }

    /**
     * What is believed of a call. One of a browser that is denied is the user's that it tells, else the browser's, and
     * tells no address; an earlier id that is denied is no part of its alias.
     */
    public Sighting believed(Sighting call) {
        String address = isEmpty() ? null : claimed(call.keys());
        if (address == null) {
            return call;
        }
        Keys keys = call.keys();
        if (Math.max(until(keys.userName(), address), until(keys.anonymous(), address)) >= call.at()) {
            return visitors(call);
        }
        return until(keys.previous(), address) >= call.at() ? withoutPrevious(call) : call;
    }

    /** The address as whose a browser's call is taken; null where it is nobody's, or another key's. */
    public static @Nullable String claimed(Keys keys) {
        Key subject = keys.isClaimed() ? Key.of(keys).stream().findFirst().orElse(null) : null;
        return subject != null && subject.node().indexOf('@') >= 0 ? subject.node() : null;
    }

    /** A call that is an address's by a browser's word, as its visitor's own. */
    public static Sighting visitors(Sighting call) {
        return call.as(call.keys().withoutContact(), withoutAddress(call.values(), claimed(call.keys())));
    }

    /** A call without the earlier id of its alias. */
    public static Sighting withoutPrevious(Sighting call) {
        return call.as(call.keys().withoutPrevious(), call.values());
    }

    private static Map<String, Object> withoutAddress(Map<String, Object> values, @Nullable String address) {
        boolean isTold = values.get(EMAIL) instanceof String told
                && MailDomains.normaliseEmail(told)
                        .filter(mail -> mail.equals(address))
                        .isPresent();
        if (!isTold) {
            return values;
        }
        Map<String, Object> others = new HashMap<>(values);
        others.remove(EMAIL);
        return Collections.unmodifiableMap(others);
    }
}
