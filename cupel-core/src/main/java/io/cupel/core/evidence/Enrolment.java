package io.cupel.core.evidence;

import org.jspecify.annotations.Nullable;

/** An entry of the log in the register. */
final class Enrolment {
    final Sighting sighting;
    /** The company that it was taken to tell about; null for none. */
    @Nullable
    Company about;

    Enrolment(Sighting sighting) {
        this.sighting = sighting;
    }

    /** Whether it can tell anything about a lead or its company, beside that it happened. */
    boolean isTelling() {
        return sighting.act() != null
                || sighting.fromRow()
                || sighting.company() != null
                || !sighting.values().isEmpty();
    }

    boolean isAboutCompany() {
        return sighting.company() != null || Attributes.hasCompany(sighting.values());
    }

    /** Tells about a company, and no more about the one before. */
    void tell(@Nullable Company company) {
        if (about != company) {
            if (about != null) {
                about.takeBack(sighting);
            }
            if (company != null) {
                company.tell(sighting);
            }
            about = company;
        }
    }
}
