package io.cupel.core.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of the log in the register. */
final class Enrolment {
    final long position;
    /** The number of the key or device that says whose it is. */
    long subject;

    /** As the log has it. */
    final Sighting told;
    /** As it is believed. */
    Sighting sighting;
    /** The company that it is taken to tell about; null for none. */
    private @Nullable Company about;

    Enrolment(long position, long subject, Sighting told, Sighting believed) {
        this.position = position;
        this.subject = subject;
        this.told = told;
        this.sighting = believed;
    }

    @Nullable
    Company about() {
        return about;
    }

    Optional<String> aboutKey() {
        return Optional.ofNullable(about).map(Company::key);
    }

    /** As it was filed. */
    void restore(@Nullable Company filed) {
        about = filed;
    }

    /** Whether it can tell anything about a lead or its company, beside that it happened. */
    boolean isTelling() {
        boolean isAct = sighting.act() != null && !(sighting.act() instanceof Consenting);
        return isAct
                || sighting.fromRow()
                || sighting.company() != null
                || !sighting.values().isEmpty();
    }

    boolean isAboutCompany() {
        return sighting.company() != null || Attributes.hasCompany(sighting.values());
    }

    /**
     * Tells about a company, and no more about the one before.
     *
     * @return whether that is another one
     */
    boolean tell(@Nullable Company company) {
        if (about == company) {
            return false;
        }
        if (about != null) {
            about.takeBack(sighting);
        }
        if (company != null) {
            company.tell(sighting);
        }
        about = company;
        return true;
    }
}
