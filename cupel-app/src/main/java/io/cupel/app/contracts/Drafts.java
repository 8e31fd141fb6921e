package io.cupel.app.contracts;

import io.cupel.app.contracts.Act.Step;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.Person;
import io.cupel.core.contract.Contract;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The drafts of contracts: written, edited, proposed. A draft may have faults; what is proposed has none. */
@Service
public final class Drafts {
    /** At a time; nobody reads more. */
    static final int DRAFTS_MAX = 200;

    private final DraftTable drafts;
    private final VersionTable versions;
    private final Versions lives;
    private final ActTable acts;
    private final DeskTable desk;
    private final Shell shell;

    Drafts(DraftTable drafts, VersionTable versions, Versions lives, ActTable acts, DeskTable desk, Shell shell) {
        this.drafts = drafts;
        this.versions = versions;
        this.lives = lives;
        this.acts = acts;
        this.desk = desk;
        this.shell = shell;
    }

    /** The draft of this number; ends the call where there is none. */
    public Draft one(long id) {
        return drafts.find(id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no draft of this number"));
    }

    /** So many drafts behind this number. */
    public List<Draft> after(long id, int limit) {
        return drafts.after(id, limit);
    }

    /** Keeps a text, with faults or without. */
    public Draft write(String text, Person who) {
        AtomicLong id = new AtomicLong();
        shell.step(now -> {
            Life.refuse(drafts.count() >= DRAFTS_MAX, Refusal.TOO_MANY_DRAFTS);
            id.set(drafts.insert(text, who.id(), now));
            note(id.get(), null, Step.DRAFTED, who, now);
        });
        return one(id.get());
    }

    /** Puts another text in the draft's place; what it was proposed as is withdrawn, its signatures are void. */
    public Draft edit(long id, int revision, String text, Person who) {
        shell.step(now -> {
            Draft draft = unchanged(id, revision);
            if (draft.version() != null) {
                lives.voidFor(draft.version(), who, now);
            }
            drafts.edit(id, text, who.id(), now);
            note(id, null, Step.EDITED, who, now);
        });
        return one(id);
    }

    /** Deletes a draft; one that stands proposed is withdrawn first. */
    public void delete(long id, Person who) {
        shell.step(now -> {
            Draft draft = one(id);
            if (draft.version() != null && isOpen(draft.version(), now)) {
                throw new StepRefusedException(Refusal.PROPOSED_ALREADY);
            }
            drafts.delete(id);
            note(id, null, Step.DELETED, who, now);
        });
    }

    /** Puts the draft, as it is, before both sides: a new version, to be signed. */
    public Version propose(long id, int revision, Person who) {
        AtomicLong number = new AtomicLong();
        shell.step(now -> {
            Draft draft = unchanged(id, revision);
            if (draft.version() != null) {
                Standing standing = lives.one(draft.version()).life().at(now);
                boolean open = standing == Standing.PROPOSED || standing == Standing.SIGNED;
                throw new StepRefusedException(open ? Refusal.PROPOSED_ALREADY : Refusal.DRAFT_CLOSED);
            }
            Contract contract = Checked.orRefused(draft.text());
            Life.proposed(contract.hash(), who);
            int next = desk.nextVersion();
            versions.insert(next, contract.name(), contract.hash(), draft.text(), id, now);
            drafts.proposedAs(id, next);
            note(id, next, Step.PROPOSED, who, now);
            number.set(next);
        });
        return lives.one(Math.toIntExact(number.get()));
    }

    private boolean isOpen(int version, Instant now) {
        Standing standing = lives.one(version).life().at(now);
        return standing == Standing.PROPOSED || standing == Standing.SIGNED || standing == Standing.SCHEDULED;
    }

    private Draft unchanged(long id, int revision) {
        Draft draft = one(id);
        if (draft.revision() != revision) {
            throw new ProblemException(Problem.CHANGED, "read the draft again, make your edit there, and send that");
        }
        return draft;
    }

    private void note(long draft, @Nullable Integer version, Step step, Person who, Instant now) {
        acts.insert(new Act(0, now, who.id(), step, version, draft, null));
    }
}
