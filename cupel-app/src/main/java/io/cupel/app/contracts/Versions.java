package io.cupel.app.contracts;

import io.cupel.app.contracts.Act.Step;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The versions of the contract, and what is done to them: signed, withdrawn, activated. */
@Service
public final class Versions {
    private final VersionTable versions;
    private final DraftTable drafts;
    private final SignatureTable signatures;
    private final ActTable acts;
    private final Shell shell;

    Versions(VersionTable versions, DraftTable drafts, SignatureTable signatures, ActTable acts, Shell shell) {
        this.versions = versions;
        this.drafts = drafts;
        this.signatures = signatures;
        this.acts = acts;
        this.shell = shell;
    }

    /** The instant at which standings are meant. */
    public Instant now() {
        return shell.now();
    }

    /** The version of this number; ends the call where there is none. */
    public Version one(int number) {
        VersionTable.Row row = versions.find(number)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no version of this number"));
        List<Signature> signed = signatures.of(List.of(number)).getOrDefault(number, List.of());
        return version(row, signed, versions.schedule());
    }

    /** So many versions below this number, from the newest back, without their texts. */
    public List<Version> before(int number, int limit) {
        List<VersionTable.Row> rows = versions.before(number, limit);
        Map<Integer, List<Signature>> signed =
                signatures.of(rows.stream().map(VersionTable.Row::number).toList());
        Schedule schedule = versions.schedule();
        return rows.stream()
                .map(row -> version(row, signed.getOrDefault(row.number(), List.of()), schedule))
                .toList();
    }

    /** So many acts behind this one, of one version or of all, from the oldest on. */
    public List<Act> history(@Nullable Integer version, long after, int limit) {
        return acts.after(after, version, limit);
    }

    /** A person signs for a side what was read, named by its hash. */
    public Version sign(int number, Side side, String hash, Person who) {
        return step(number, (version, now) -> {
            Life life = version.life().signed(side, hash, who, now, shell.onePerson());
            signatures.insert(number, life.of(side).orElseThrow());
            note(version, Step.SIGNED, who, now, "for " + side.written());
        });
    }

    /** Takes back a version that is not in force; its draft can be edited and proposed again. */
    public Version withdraw(int number, Person who) {
        return step(number, (version, now) -> {
            version.life().withdrawn(who, now);
            takeBack(version, who, now, null);
        });
    }

    /** Puts a version in force, from now on where no instant is named. */
    public Version activate(int number, @Nullable Instant from, Person who) {
        return step(number, (version, now) -> {
            Instant start = from == null ? now : from;
            version.life().activated(start, who, now);
            versions.activate(number, start);
            note(version, Step.ACTIVATED, who, now, "from " + start);
            shell.tell(new ContractActivated(number, version.hash(), start, now, who.id()));
        });
    }

    /** Voids what a draft was proposed as, because the draft was edited. Called inside the editor's transaction. */
    void voidFor(int number, Person who, Instant now) {
        Version version = one(number);
        Life after = version.life().edited(now);
        if (!after.equals(version.life())) {
            takeBack(version, who, now, "the draft was edited");
        }
    }

    private void takeBack(Version version, Person who, Instant now, @Nullable String note) {
        boolean wasScheduled = version.life().at(now) == Standing.SCHEDULED;
        versions.withdraw(version.number());
        if (version.draft() != null) {
            drafts.proposedAs(version.draft(), null);
        }
        note(version, Step.WITHDRAWN, who, now, note);
        shell.tell(new ContractWithdrawn(version.number(), wasScheduled, now));
    }

    private interface Doing {
        void to(Version version, Instant now);
    }

    private Version step(int number, Doing doing) {
        shell.step(now -> doing.to(one(number), now));
        return one(number);
    }

    private void note(Version version, Step step, Person who, Instant now, @Nullable String note) {
        acts.insert(new Act(0, now, who.id(), step, version.number(), version.draft(), note));
    }

    private static Version version(VersionTable.Row row, List<Signature> signed, Schedule schedule) {
        Instant superseded = schedule.supersededFrom(row.number()).orElse(null);
        Life life = new Life(row.hash(), signed, row.withdrawn(), row.activeFrom(), superseded);
        return new Version(row.number(), row.name(), row.hash(), row.text(), row.draft(), row.proposed(), life);
    }
}
