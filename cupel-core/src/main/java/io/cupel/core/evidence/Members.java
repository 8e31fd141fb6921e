package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to which company as last told, of the companies that were asked for. */
final class Members {
    private final Shelves shelves;
    private final Archive archive;
    /** Leads of one company that are told at once, at most. */
    private final int many;

    /** Of leads in memory those that belong to a company or did, of whatever company: looking at all would be dear. */
    private final Map<Company, List<Person>> near = new HashMap<>();

    private final Map<Company, Set<Person>> all = new HashMap<>();
    /** Companies that had more leads when that was asked: none of these is read for it. */
    private final Set<Company> crowds = new HashSet<>();

    Members(Shelves shelves, Archive archive, int many) {
        this.shelves = shelves;
        this.archive = archive;
        this.many = many;
    }

    /** Whether so many belong to a company that they are told later. */
    boolean isCrowd(Company company) {
        if (crowds.contains(company)) {
            return true;
        }
        Set<Person> known = all.get(company);
        int count = known != null ? known.size() : unread(company).size();
        if (count <= many && known == null) {
            count = of(company).size();
        }
        if (count > many) {
            all.remove(company);
            crowds.add(company);
        }
        return count > many;
    }

    private List<Long> unread(Company company) {
        return archive.members(company.key()).stream().filter(shelves::lacks).toList();
    }

    Set<Person> of(Company company) {
        Set<Person> known = all.get(company);
        if (known == null) {
            shelves.read(unread(company));
            known = new LinkedHashSet<>();
            for (Person person : near.getOrDefault(company, List.of())) {
                if (person.company() == company && shelves.has(person)) {
                    known.add(person);
                }
            }
            all.put(company, known);
        }
        return known;
    }

    /** A lead was read. */
    void note(Person person) {
        note(person, person.company());
    }

    private void note(Person person, @Nullable Company company) {
        if (company != null) {
            near.computeIfAbsent(company, each -> new ArrayList<>(1)).add(person);
        }
    }

    void move(Person person, @Nullable Company from, @Nullable Company to) {
        note(person, to);
        Set<Person> before = from == null ? null : all.get(from);
        if (before != null) {
            before.remove(person);
        }
        Set<Person> after = to == null ? null : all.get(to);
        if (after != null) {
            after.add(person);
        }
    }
}
