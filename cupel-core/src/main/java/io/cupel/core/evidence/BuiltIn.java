package io.cupel.core.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes that every contract knows without declaring them. docs/attributes.md explains each. */
public final class BuiltIn {
    /** Told of a lead that has a record in another system, but neither e-mail nor phone; no contract can ask for it. */
    public static final String CRM_ID = "lead.crm_id";

    private static final Map<String, AttributeType> ATTRIBUTES = attributes();

    private BuiltIn() {}

    /** Path to type, in the order in which people think of them. */
    public static Map<String, AttributeType> types() {
        return ATTRIBUTES;
    }

    private static Map<String, AttributeType> attributes() {
        Map<String, AttributeType> types = new LinkedHashMap<>();
        for (String text : new String[] {"email", "title", "seniority", "function", "phone", "country", "region"}) {
            types.put("lead." + text, AttributeType.TEXT);
        }
        for (String truth : new String[] {"opted_in", "free_mail", "unsubscribed", "bounced"}) {
            types.put("lead." + truth, AttributeType.BOOL);
        }
        types.put("company.name", AttributeType.TEXT);
        types.put("company.domain", AttributeType.TEXT);
        types.put("company.employees", AttributeType.INT);
        types.put("company.revenue", AttributeType.INT);
        types.put("company.industry", AttributeType.TEXT);
        types.put("company.country", AttributeType.TEXT);
        types.put("company.region", AttributeType.TEXT);
        types.put("company.tech", AttributeType.LIST);
        return Collections.unmodifiableMap(types);
    }
}
