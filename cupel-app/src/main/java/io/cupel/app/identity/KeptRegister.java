package io.cupel.app.identity;

import io.cupel.core.evidence.Filing;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import java.util.Collection;
import java.util.Set;

/**
 * A register that is kept in the database. Who writes to it does so in a transaction of its own making, and files
 * before that ends. Not for several threads at once.
 */
public final class KeptRegister {
    private final IdentityTables tables;
    private final FiledRegister filed;
    private final Register register;

    KeptRegister(IdentityTables tables, FiledRegister filed) {
        this.tables = tables;
        this.filed = filed;
        this.register = new Register(filed, tables.leads().numbers());
    }

    public Register register() {
        return register;
    }

    /**
     * Makes ready for entries that will be enrolled now.
     *
     * @return the numbers of the leads that they name
     */
    public Set<Long> expect(Collection<Sighting> sightings) {
        return filed.foresee(
                sightings.stream().filter(each -> !register.knows(each.keys())).toList());
    }

    /** Writes what changed since the last time. */
    public void file() {
        Filing filing = register.toFile();
        tables.keys().write(filing.keys());
        tables.devices().write(filing.devices());
        tables.devices().writeSeen(filing.seen(), filing.expanded());
        tables.entries().write(filing.entries());
        tables.entries().write(filing.abouts());
        tables.leads().write(filing.members(), filing.gone());
        tables.leads().writeAliases(filing.aliases(), filing.answered());
        tables.leads().count(register.numbers());
        filed.forget();
    }
}
