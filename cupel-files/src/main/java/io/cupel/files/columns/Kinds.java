package io.cupel.files.columns;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Of which kind a table is, told by its header. */
final class Kinds {
    private static final Set<String> NAMES_OF_PEOPLE =
            Set.of("firstname", "lastname", "fullname", "leadname", "contactname", "givenname", "familyname");

    private static final Set<String> OF_DEALS = Set.of(
            "dealname",
            "dealstage",
            "dealid",
            "dealowner",
            "dealvalue",
            "dealstatus",
            "dealtitle",
            "opportunityname",
            "opportunityid",
            "stagename");

    /** A deal has a name or an id, and a stage of its own. */
    private static final Set<String> NAMES_OF_DEALS =
            Set.of("dealname", "dealtitle", "dealid", "opportunityname", "opportunityid");

    private static final Set<String> STAGES_OF_DEALS = Set.of("dealstage", "dealstatus", "stagename", "stage");

    private static final Set<String> CLOSES_OF_DEALS = Set.of("closedate", "closeddate", "closingdate");
    private static final Set<String> CONTACTS_OF_DEALS = Set.of("contactid", "contactids", "associatedcontactids");

    /** What a contact is to a deal, and no job. */
    private static final Set<String> PARTS_IN_DEALS = Set.of("role", "contactrole");

    private Kinds() {}

    static TableKind of(Collection<String> header, Origin origin) {
        boolean isOfPeople = header.stream().anyMatch(Kinds::isOfPeople);
        if (isOfPeople ? isOfDealsAndTheirContacts(header) : header.stream().anyMatch(OF_DEALS::contains)) {
            return TableKind.DEALS;
        }
        if (isOfPeople) {
            return TableKind.LEADS;
        }
        boolean isReached = header.stream().anyMatch(name -> means(name, origin, "lead.phone") || isId(name, origin));
        boolean isNamed = header.stream()
                .anyMatch(name -> means(name, origin, "company.name") || means(name, origin, "company.domain"));
        boolean isOfCompanies = origin.book().isOfCompanies(header);
        return isNamed && (isOfCompanies || !isReached) ? TableKind.COMPANIES : TableKind.LEADS;
    }

    /**
     * A report of deals may say who their contacts are; one that tells more of them is about them, unless it also tells
     * when each deal closes and names its contact by an id.
     */
    private static boolean isOfDealsAndTheirContacts(Collection<String> header) {
        boolean isOfDeals = hasOne(header, NAMES_OF_DEALS) && hasOne(header, STAGES_OF_DEALS);
        boolean isWhole = hasOne(header, CLOSES_OF_DEALS) && hasOne(header, CONTACTS_OF_DEALS);
        return isOfDeals
                && header.stream()
                        .filter(name -> !PARTS_IN_DEALS.contains(name))
                        .noneMatch(name -> List.of(Origin.values()).stream()
                                .anyMatch(origin -> hasRole(name, origin, Role.USER)
                                        || (!isWhole && means(name, origin, "lead.title"))));
    }

    private static boolean hasOne(Collection<String> header, Set<String> names) {
        return header.stream().anyMatch(names::contains);
    }

    private static boolean isOfPeople(String name) {
        return NAMES_OF_PEOPLE.contains(name)
                || List.of(Origin.values()).stream()
                        .anyMatch(origin -> means(name, origin, "lead.email")
                                || means(name, origin, "lead.title")
                                || hasRole(name, origin, Role.USER));
    }

    private static boolean isId(String name, Origin origin) {
        return hasRole(name, origin, Role.ID) || hasRole(name, Origin.PLAIN, Role.ID);
    }

    private static boolean means(String name, Origin origin, String path) {
        return name.equals(NormalName.of(path))
                || List.of(origin, Origin.PLAIN).stream()
                        .flatMap(each -> each.book().of(TableKind.LEADS, name).stream())
                        .anyMatch(meaning -> meaning.target().equals(Target.attribute(path)));
    }

    private static boolean hasRole(String name, Origin origin, Role role) {
        return origin.book().of(TableKind.LEADS, name).stream()
                .anyMatch(meaning -> meaning.target().role() == role);
    }
}
