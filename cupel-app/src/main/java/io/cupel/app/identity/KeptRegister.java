package io.cupel.app.identity;

import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Filing;
import io.cupel.core.evidence.Forgotten;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A register that is kept in the database. Who writes to it does so in a transaction of its own making, and files
 * before that ends. Not for several threads at once.
 */
public final class KeptRegister {
    /** Leads of one company that are told at once what becomes known about it, at most. */
    static final int MANY = 200;

    private final IdentityTables tables;
    private final FiledRegister filed;
    private final Register register;
    /** The largest number given so far, as the database has it. */
    private long counted;

    KeptRegister(IdentityTables tables, FiledRegister filed) {
        this.tables = tables;
        this.filed = filed;
        this.counted = tables.leads().numbers();
        this.register = new Register(filed, counted, MANY);
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

    /** Makes ready for all that these leads did and told to be asked for. */
    public void expectWhole(Collection<Long> leads) {
        Set<Long> all = new TreeSet<>(leads);
        tables.merges().parts(leads).forEach((number, parts) -> {
            all.remove(number);
            all.addAll(parts);
        });
        filed.foreseeWhole(all);
    }

    /** Positions before one of entries that are a lead's, the newest first. */
    public List<Long> positions(long lead, long before, int limit) {
        Set<Long> all = new TreeSet<>(Comparator.reverseOrder());
        all.addAll(tables.entries().newest(subjects(lead), before, limit));
        register.unnamed(lead).stream().filter(position -> position < before).forEach(all::add);
        return all.stream().limit(limit).toList();
    }

    private List<Long> subjects(long lead) {
        return tables.keys().ofLeads(register.parts(lead)).values().stream()
                .flatMap(List::stream)
                .map(FiledKey::number)
                .toList();
    }

    /**
     * Forgets a lead, here and in the database.
     *
     * @return what was its
     */
    public Forgotten forget(long lead) {
        Forgotten forgotten = register.forget(lead);
        file();
        tables.forget(forgotten);
        List<String> names = new ArrayList<>(forgotten.nodes());
        names.addAll(forgotten.devices());
        return forgotten
                .with(tables.merges().forget(forgotten.nodes()))
                .with(tables.denials().forget(names));
    }

    /** Writes what changed since the last time. */
    public void file() {
        Filing filing = register.toFile();
        tables.keys().forgetNames(filing.retold());
        tables.keys().write(filing.keys());
        tables.devices().write(filing.devices());
        tables.devices().writeSeen(filing.seen(), filing.expanded());
        tables.entries().add(filing.entries());
        tables.entries().move(filing.moved());
        tables.entries().write(filing.abouts());
        tables.leads().write(filing.members(), filing.gone());
        tables.leads().writeAliases(filing.aliases(), filing.answered());
        tables.merges().write(filing.merges(), filing.unmerged());
        tables.denials().write(filing.denials());
        if (register.numbers() != counted) {
            counted = register.numbers();
            tables.leads().count(counted);
        }
        filed.forget();
    }
}
