package io.cupel.files;

import io.cupel.core.evidence.AttributeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a leads file, understood: what each column tells, and what is to be said about it. */
final class LeadHeader {
    /** Names that people and products give to columns, beside the attributes' own. */
    private static final Map<String, Target> KNOWN = known();

    private static final int NAME_SHOWN_MAX = 80;
    private static final int DIGITS_SHOWN_MAX = 5;

    private final List<@Nullable Target> targets = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<String> names;
    private final Dialect dialect;

    LeadHeader(List<String> cells, AttributeNames attributes) {
        this.names = cells.stream().map(LeadHeader::shown).toList();
        List<String> normal = cells.stream().map(AttributeNames::normal).toList();
        dialect = Dialect.of(normal);
        Map<String, Target> own = own(attributes.types());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            Target target = own.getOrDefault(normal.get(i), KNOWN.get(normal.get(i)));
            boolean isRepeated = !normal.get(i).isEmpty() && !seen.add(normal.get(i));
            if (isRepeated) {
                repeated.add(names.get(i));
                target = null;
            } else if (target == null) {
                ignored.add(cells.get(i).isBlank() ? "column " + (i + 1) : names.get(i));
            } else {
                used.add(names.get(i));
            }
            targets.add(target);
        }
    }

    /** What each column tells; null for nothing that is used. */
    List<@Nullable Target> targets() {
        return targets;
    }

    /** As the file writes them, but for what looks like somebody's address or number: a table may lack a header. */
    List<String> names() {
        return names;
    }

    boolean hasKey() {
        return targets.stream().anyMatch(target -> target != null && target.isKey());
    }

    /**
     * What was recognised and what was not, in sentences about the file; none where a plain table is used as it stands.
     */
    List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>();
        if (dialect != Dialect.PLAIN || !ignored.isEmpty()) {
            String unused = ignored.isEmpty() ? "" : "; not used: " + String.join(", ", ignored);
            sentences.add(file + " is read as " + dialect.text() + "; used: " + String.join(", ", used) + unused);
        }
        if (!repeated.isEmpty()) {
            sentences.add(
                    file + " has columns of the same name, of which the first is used: " + String.join(", ", repeated));
        }
        return sentences;
    }

    /** The name of a column, unless it looks like somebody's address or number. */
    static String shown(String cell) {
        String name = cell.strip();
        long digits = name.chars().filter(Character::isDigit).count();
        if (name.indexOf('@') >= 0 || digits >= DIGITS_SHOWN_MAX) {
            return "(a value)";
        }
        return name.length() > NAME_SHOWN_MAX ? name.substring(0, NAME_SHOWN_MAX) + "…" : name;
    }

    /**
     * The contract's attributes by their whole path and by their last name, where that is not known for something else.
     */
    private static Map<String, Target> own(Map<String, AttributeType> types) {
        Map<String, Target> own = new HashMap<>();
        for (String path : types.keySet()) {
            own.put(AttributeNames.normal(path), Target.attribute(path));
        }
        for (String path : types.keySet()) {
            String last = AttributeNames.normal(path.substring(path.indexOf('.') + 1));
            if (!KNOWN.containsKey(last)) {
                own.putIfAbsent(last, Target.attribute(path));
            }
        }
        return own;
    }

    private static Map<String, Target> known() {
        Map<String, Target> known = new LinkedHashMap<>();
        put(known, Target.USER, "userid");
        put(known, Target.MORE_EMAILS, "additionalemailaddresses", "hsadditionalemails");
        put(known, Target.CREATED, "created", "createdat", "createdate", "createddate", "createdtime", "createtime");
        put(known, Target.CURRENCY, "currency", "currencyisocode");
        put(known, Target.DELETED, "isdeleted");
        put(known, "lead.email", "email", "emailaddress", "mail", "workemail", "businessemail", "leademail");
        put(known, "lead.title", "title", "jobtitle", "position");
        put(known, "lead.phone", "phone", "phonenumber", "telephone", "leadphone");
        put(known, "lead.phone", "mobile", "mobilephone", "mobilephonenumber");
        put(known, "lead.country", "country", "countryregion");
        put(known, "lead.region", "region");
        put(known, "lead.opted_in", "optedin", "optin", "emailoptin");
        put(known, "lead.unsubscribed", "unsubscribedfromallemail", "emailoptout", "hasoptedoutofemail");
        for (String name : List.of("emailhardbouncereason", "emailbounceddate", "emailbouncedreason")) {
            known.put(name, Target.ifFilled("lead.bounced"));
        }
        put(known, "company.name", "company", "companyname", "organization", "organisation", "companyaccount");
        put(known, "company.name", "account", "accountname", "associatedcompany");
        put(known, "company.domain", "domain", "companydomain", "companydomainname", "website", "websiteurl");
        put(known, "company.employees", "employees", "numberofemployees", "noofemployees", "employeecount");
        put(known, "company.employees", "companysize", "headcount");
        put(known, "company.revenue", "revenue", "annualrevenue", "companyrevenue");
        put(known, "company.industry", "industry", "companyindustry");
        put(known, "company.tech", "tech", "technologies", "techstack");
        return known;
    }

    private static void put(Map<String, Target> known, String path, String... names) {
        put(known, Target.attribute(path), names);
    }

    private static void put(Map<String, Target> known, Target target, String... names) {
        for (String name : names) {
            known.put(name, target);
        }
    }
}
