package io.cupel.files;

import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ids of people in other systems, with the system's name before each. Where it is not known which system wrote the
 * table, an id in the form of Salesforce's is one, and any other is an id of some export.
 */
final class CrmIds {
    private static final String SALESFORCE = "salesforce";
    private static final String UNKNOWN = "export";
    private static final int SALESFORCE_LENGTH = 15;

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

    private CrmIds() {}

    /** The ids of a row's person: its own, and those that were merged into it. */
    static List<String> of(Columns columns, List<String> cells) {
        if (columns.uses(Role.ID).isEmpty() && columns.uses(Role.MERGED_IDS).isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Role role : List.of(Role.ID, Role.MERGED_IDS)) {
            for (Columns.Use use : columns.uses(role)) {
                String system = use.target().detail();
                ids.addAll(all(system.isEmpty() ? columns.origin().prefix() : system, cells.get(use.place())));
            }
        }
        return ids.stream().distinct().toList();
    }

    /** The ids of a cell, several between semicolons. */
    static List<String> all(String system, String cell) {
        List<String> ids = new ArrayList<>();
        for (String part : cell.split("[;|]", -1)) {
            String id = CallKeys.id(part.strip());
            if (id != null) {
                ids.add(one(system, id));
            }
        }
        return ids;
    }

    /** An id of a system, in the form in which it is told from others. */
    static String one(String system, String id) {
        Pattern form = FORMS.get(system);
        String whose = form == null || form.matcher(id).matches() ? system : UNKNOWN;
        if (whose.equals(UNKNOWN) && OF_SALESFORCE.matcher(id).matches()) {
            whose = SALESFORCE;
        }
        boolean isLong = whose.equals(SALESFORCE) && id.length() > SALESFORCE_LENGTH;
        return whose + ":" + (isLong ? id.substring(0, SALESFORCE_LENGTH) : id);
    }
}
