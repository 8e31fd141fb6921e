package io.cupel.app.contracts;

import io.cupel.app.people.Person;
import io.cupel.app.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one version, as far as it has come: proposed → signed by marketing and by sales → active from an instant
 * on → superseded; or withdrawn before it is in force. The content of a version never changes, so a signature always
 * stands under what was signed; an edit of the draft withdraws the version and voids its signatures.
 *
 * <p>Immutable: each step gives the next life, or throws {@link StepRefusedException}. Who did what is kept by the
 * caller; here stands only what the next step depends on.
 *
 * @param hash of the canonical content, in hexadecimal
 * @param signatures at most one a side
 * @param activeFrom null where it was not activated
 * @param supersededFrom the instant from which on the next version is active; null where none is known
 */
public record Life(
        String hash,
        List<Signature> signatures,
        boolean withdrawn,
        @Nullable Instant activeFrom,
        @Nullable Instant supersededFrom) {
    /** So that a slip in the year is told, rather than waited for. */
    static final Duration AHEAD_MAX = Duration.ofDays(366);

    public Life {
        signatures = List.copyOf(signatures);
    }

    /** The first step: a text without faults is put before both sides. */
    static Life proposed(String hash, Person who) {
        need(Role.ADMIN, who);
        return new Life(hash, List.of(), false, null, null);
    }

    /** The contract of the first start, which nobody proposed and nobody signed yet. */
    static Life startedWith(String hash, Instant from) {
        return new Life(hash, List.of(), false, from, null);
    }

    public Standing at(Instant now) {
        if (withdrawn) {
            return Standing.WITHDRAWN;
        }
        if (supersededFrom != null && !supersededFrom.isAfter(now)) {
            return Standing.SUPERSEDED;
        }
        if (activeFrom != null) {
            return activeFrom.isAfter(now) ? Standing.SCHEDULED : Standing.IN_FORCE;
        }
        return isSigned() ? Standing.SIGNED : Standing.PROPOSED;
    }

    /** Whether both sides signed this very content. */
    public boolean isSigned() {
        return of(Side.MARKETING).isPresent() && of(Side.SALES).isPresent();
    }

    /** The signature of a side; one under other content is none. */
    public Optional<Signature> of(Side side) {
        return signatures.stream()
                .filter(signature -> signature.side() == side)
                .filter(signature -> signature.hash().equals(hash))
                .findFirst();
    }

    /**
     * A person signs for a side. The contract of the first start may be signed while it is in force.
     *
     * @param read the hash of what the person has read
     * @param onePerson whether one person may sign for both sides
     */
    Life signed(Side side, String read, Person who, Instant now, boolean onePerson) {
        need(side.signer(), who);
        refuse(withdrawn, Refusal.WITHDRAWN);
        refuse(at(now) == Standing.SUPERSEDED, Refusal.SUPERSEDED);
        refuse(!read.equals(hash), Refusal.OTHER_CONTENT);
        refuse(of(side).isPresent(), Refusal.SIDE_HAS_SIGNED);
        boolean both = signatures.stream().anyMatch(other -> other.side() != side && other.person() == who.id());
        refuse(both && !onePerson, Refusal.SAME_PERSON_FOR_BOTH);
        List<Signature> more = new ArrayList<>(signatures);
        more.add(new Signature(side, who.id(), hash, now));
        return new Life(hash, more, false, activeFrom, supersededFrom);
    }

    /** Revenue operations takes a version back that is not in force. */
    Life withdrawn(Person who, Instant now) {
        need(Role.ADMIN, who);
        return taken(now);
    }

    /** The draft was edited by somebody who may: what stood proposed is void. */
    Life edited(Instant now) {
        Standing standing = at(now);
        if (standing == Standing.WITHDRAWN) {
            return this;
        }
        refuse(standing != Standing.PROPOSED && standing != Standing.SIGNED, Refusal.DRAFT_CLOSED);
        return taken(now);
    }

    private Life taken(Instant now) {
        Standing standing = at(now);
        refuse(standing == Standing.WITHDRAWN, Refusal.WITHDRAWN);
        refuse(standing == Standing.IN_FORCE, Refusal.IN_FORCE);
        refuse(standing == Standing.SUPERSEDED, Refusal.SUPERSEDED);
        return new Life(hash, signatures, true, null, null);
    }

    /** Revenue operations puts a version in force, from now or from a later instant on. */
    Life activated(Instant from, Person who, Instant now) {
        need(Role.ADMIN, who);
        refuse(withdrawn, Refusal.WITHDRAWN);
        refuse(activeFrom != null, Refusal.ACTIVATED_ALREADY);
        refuse(!isSigned(), Refusal.NOT_SIGNED);
        refuse(from.isBefore(now), Refusal.IN_THE_PAST);
        refuse(from.isAfter(now.plus(AHEAD_MAX)), Refusal.TOO_FAR_AHEAD);
        return new Life(hash, signatures, false, from, null);
    }

    private static void need(Role role, Person who) {
        refuse(!who.is(role), Refusal.NOT_YOUR_ROLE);
    }

    static void refuse(boolean when, Refusal refusal) {
        if (when) {
            throw new StepRefusedException(refusal);
        }
    }
}
