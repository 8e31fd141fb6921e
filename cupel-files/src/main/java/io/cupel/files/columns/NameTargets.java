package io.cupel.files.columns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What each name of one header tells. */
final class NameTargets {
    private final TableKind kind;
    private final Origin origin;
    private final Set<String> header;
    private final Collection<String> paths;

    /** @param paths of the attributes that the contract knows */
    NameTargets(TableKind kind, Origin origin, Set<String> header, Collection<String> paths) {
        this.kind = kind;
        this.origin = origin;
        this.header = header;
        this.paths = paths;
    }

    List<Target> of(String name) {
        for (String path : paths) {
            if (NormalName.of(path).equals(name)) {
                return List.of(Target.attribute(path));
            }
        }
        List<Target> targets = new ArrayList<>();
        for (NameBook.Meaning meaning : meanings(name)) {
            if (!meaning.onlyKey() && isUsed(meaning) && !targets.contains(meaning.target())) {
                targets.add(meaning.target());
            }
        }
        if (targets.stream().noneMatch(target -> target.role() == Role.ATTRIBUTE)) {
            addOwn(name, targets);
        }
        return targets;
    }

    /** The contract's attribute by its last name, beside what else the column tells. */
    private void addOwn(String name, List<Target> targets) {
        for (String path : paths) {
            boolean isOfKind = switch (kind) {
                case LEADS -> true;
                case COMPANIES -> path.startsWith("company.");
                case DEALS, EVENTS, TOUCHES, OUTCOMES, SPEND -> false;
            };
            boolean isPersonsName = path.equals("company.name") && isOfPeople();
            if (isOfKind && !isPersonsName && lastName(path).equals(name)) {
                targets.add(Target.attribute(path));
                return;
            }
        }
    }

    /** Where there are addresses of people, a column called "name" tells the names of people. */
    private boolean isOfPeople() {
        return kind == TableKind.LEADS
                && header.stream()
                        .flatMap(each -> meanings(each).stream())
                        .map(NameBook.Meaning::target)
                        .anyMatch(Target.attribute("lead.email")::equals);
    }

    private List<NameBook.Meaning> meanings(String name) {
        List<NameBook.Meaning> own = origin.book().of(kind, name);
        return own.isEmpty() ? Origin.PLAIN.book().of(kind, name) : own;
    }

    private boolean isUsed(NameBook.Meaning meaning) {
        boolean isDisplaced = !meaning.unless().isEmpty() && header.contains(meaning.unless());
        boolean isOrphaned = meaning.target().role() == Role.DETAIL
                && !header.contains(NormalName.of(meaning.target().of()));
        return !isDisplaced && !isOrphaned;
    }

    /** An id that is called nothing but "id" is used where the table has no other key: it may be a mere row number. */
    List<List<Target>> withLoneId(List<String> normal, List<List<Target>> targets) {
        boolean hasKey = targets.stream().flatMap(List::stream).anyMatch(Target::isKey);
        if (hasKey || kind != TableKind.LEADS) {
            return targets;
        }
        List<List<Target>> all = new ArrayList<>(targets);
        for (int i = 0; i < all.size(); i++) {
            for (NameBook.Meaning meaning : meanings(normal.get(i))) {
                if (meaning.onlyKey() && normal.indexOf(normal.get(i)) == i) {
                    all.set(i, List.of(meaning.target()));
                }
            }
        }
        return all;
    }

    private static String lastName(String path) {
        return NormalName.of(path.substring(path.indexOf('.') + 1));
    }
}
