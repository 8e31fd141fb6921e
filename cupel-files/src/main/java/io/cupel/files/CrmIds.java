package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Ids of people in other systems, with the system's name before each. Where it is not known which system wrote the
 * table, an id in the form of Salesforce's is one, and any other is an id of some export.
 */
final class CrmIds {
    private static final String SALESFORCE = "salesforce";
    private static final String UNKNOWN = "export";
    private static final int SALESFORCE_LENGTH = 15;
    private static final int GROUP = 5;
    private static final int CHECKS = 3;
    private static final String CHECK_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /** Of a lead or a contact: the last three of 18 characters only check the others. */
    private static final Pattern OF_SALESFORCE = Pattern.compile("00[Q3][A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?");

    /** What ids of these systems look like; an id that does not is one that somebody gave otherwise. */
    private static final Map<String, Pattern> FORMS = Map.of(
            SALESFORCE,
            Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?"),
            "hubspot",
            Pattern.compile("\\d+"),
            "zoho",
            Pattern.compile("(?:zcrm_)?\\d{6,}"),
            "pipedrive",
            Pattern.compile("\\d+"));

    private static final List<Role> OF_PEOPLE = List.of(Role.ID, Role.MERGED_IDS);

    private CrmIds() {}

    /**
     * The ids of a row's person in the columns of a role, such as its own, or those that were merged into it. Of one of
     * Salesforce in 18 characters both forms: by the short one it is known, in the long one it is written back.
     */
    static List<String> of(Columns columns, List<String> cells, Role role) {
        if (columns.uses(role).isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Columns.Use use : columns.uses(role)) {
            for (String id : parts(cells.get(use.place()))) {
                String known = one(system(columns, use), id);
                ids.add(known);
                String bare = LeadNames.withoutSystem(id);
                if (isLong(known, bare) && checks(bare)) {
                    ids.add(SALESFORCE + ":" + bare);
                }
            }
        }
        return ids.stream().distinct().toList();
    }

    /** The id of a cell, in both forms, if it is one of a lead or contact of Salesforce beyond doubt. */
    static List<String> surelyOfSalesforce(String cell) {
        String id = cell.strip();
        boolean isOne =
                id.length() > SALESFORCE_LENGTH && OF_SALESFORCE.matcher(id).matches() && checks(id);
        return isOne ? List.of(one(SALESFORCE, id), SALESFORCE + ":" + id) : List.of();
    }

    /** The ids that a text without a system may be, as systems write theirs. */
    static Set<String> candidates(String id) {
        Set<String> candidates = new TreeSet<>(Set.of(UNKNOWN + ":" + id));
        FORMS.keySet().forEach(system -> candidates.add(one(system, id)));
        return candidates;
    }

    /** How many ids of a row end with three characters that do not fit the others. */
    static long wrong(Columns columns, List<String> cells) {
        long wrong = 0;
        for (Role role : OF_PEOPLE) {
            for (Columns.Use use : columns.uses(role)) {
                for (String id : parts(cells.get(use.place()))) {
                    String bare = LeadNames.withoutSystem(id);
                    wrong += isLong(one(system(columns, use), id), bare) && !checks(bare) ? 1 : 0;
                }
            }
        }
        return wrong;
    }

    private static String system(Columns columns, Columns.Use use) {
        String system = use.target().detail();
        return system.isEmpty() ? columns.origin().prefix() : system;
    }

    /** The ids of a cell, several between semicolons. */
    static List<String> all(String system, String cell) {
        return parts(cell).stream().map(id -> one(system, id)).toList();
    }

    private static List<String> parts(String cell) {
        List<String> ids = new ArrayList<>();
        for (String part : cell.split("[;|]", -1)) {
            String id = CallKeys.id(part.strip());
            // of none the name of a system makes no id either
            if (id != null && (id.indexOf(':') < 0 || CallKeys.id(LeadNames.withoutSystem(id)) != null)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** An id with its system's name before it, as it is known: of Salesforce in 15 characters. */
    static String known(String id) {
        String prefix = SALESFORCE + ":";
        return id.startsWith(prefix) ? one(SALESFORCE, id.substring(prefix.length())) : id;
    }

    /** @param bare the id without the name of its system */
    private static boolean isLong(String known, String bare) {
        return known.startsWith(SALESFORCE + ":") && bare.length() > SALESFORCE_LENGTH;
    }

    /**
     * Whether the last three characters fit the others: each tells which of five are capitals, so that programs that do
     * not tell capitals from small letters can tell ids apart.
     *
     * @param id of 18 characters
     */
    private static boolean checks(String id) {
        for (int group = 0; group < CHECKS; group++) {
            int capitals = 0;
            for (int i = 0; i < GROUP; i++) {
                char letter = id.charAt(group * GROUP + i);
                capitals |= letter >= 'A' && letter <= 'Z' ? 1 << i : 0;
            }
            if (id.charAt(SALESFORCE_LENGTH + group) != CHECK_LETTERS.charAt(capitals)) {
                return false;
            }
        }
        return true;
    }

    /**
     * An id of a system, in the form in which it is told from others. One that has the name of its system already is
     * that id, whoever tells it.
     */
    static String one(String system, String id) {
        if (LeadNames.isOfCrm(id)) {
            return known(id);
        }
        if (id.indexOf(':') > 0 && id.startsWith(system + ":")) {
            return id;
        }
        Pattern form = FORMS.get(system);
        String whose = form == null || form.matcher(id).matches() ? system : UNKNOWN;
        if (whose.equals(UNKNOWN) && OF_SALESFORCE.matcher(id).matches()) {
            whose = SALESFORCE;
        }
        boolean isLong = whose.equals(SALESFORCE) && id.length() > SALESFORCE_LENGTH;
        return whose + ":" + (isLong ? id.substring(0, SALESFORCE_LENGTH) : id);
    }
}
