package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By which names calls and headers tell an attribute: its own, and those that people and products use. Names are
 * compared by their letters and digits alone, so that {@code jobTitle}, {@code job_title} and {@code Job Title} are
 * one.
 */
final class AttributeNames {
    private static final Map<String, List<String>> LEAD = Map.of(
            "lead.email", List.of("email", "emailaddress"),
            "lead.title", List.of("title", "jobtitle", "position"),
            "lead.phone", List.of("phone", "phonenumber", "mobile", "mobilephone", "mobilephonenumber"),
            "lead.country", List.of("address.country", "country"),
            "lead.opted_in", List.of("optedin", "optin"),
            "lead.unsubscribed", List.of("unsubscribed", "unsubscribedfromallemail", "emailoptout"));

    private static final Map<String, List<String>> COMPANY = Map.of(
            "company.name", List.of("name", "companyname"),
            "company.domain", List.of("website", "domain", "url"),
            "company.employees",
                    List.of("employees", "employeecount", "numberofemployees", "noofemployees", "companysize"),
            "company.revenue", List.of("revenue", "annualrevenue"),
            "company.country", List.of("address.country", "country"),
            "company.tech", List.of("tech", "technologies", "techstack"));

    private final Map<String, AttributeType> types = new LinkedHashMap<>(BuiltIn.types());
    private final Map<String, List<String>> lead = new LinkedHashMap<>();
    private final Map<String, List<String>> company = new LinkedHashMap<>();

    AttributeNames(Contract contract) {
        types.putAll(contract.attributes());
        for (String path : types.keySet()) {
            boolean isLead = path.startsWith("lead.");
            List<String> names = new ArrayList<>((isLead ? LEAD : COMPANY).getOrDefault(path, List.of()));
            String own = normal(path.substring(path.indexOf('.') + 1));
            if (!names.contains(own)) {
                names.add(own);
            }
            (isLead ? lead : company).put(path, List.copyOf(names));
        }
    }

    /** Path to type, of every attribute that the contract knows. */
    Map<String, AttributeType> types() {
        return Collections.unmodifiableMap(types);
    }

    AttributeType type(String path) {
        AttributeType type = types.get(path);
        if (type == null) {
            throw new IllegalArgumentException("the contract knows no attribute " + path);
        }
        return type;
    }

    /** Path to the normal names of its traits, the best first; a dot stands before a trait inside another. */
    Map<String, List<String>> ofLead() {
        return Collections.unmodifiableMap(lead);
    }

    Map<String, List<String>> ofCompany() {
        return Collections.unmodifiableMap(company);
    }

    /** The letters and digits of a name, small. */
    static String normal(String name) {
        if (isNormal(name)) {
            return name;
        }
        StringBuilder normal = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    private static boolean isNormal(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }
}
