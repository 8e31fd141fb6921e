package io.cupel.app.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form of a web page with the names of fields that Salesforce's Web-to-Lead has, so that a page changes nothing but
 * where it posts to. It is a track call "Form Submitted" whose traits are the lead's.
 */
final class LeadForm {
    static final String KEY = "oid";
    static final String BACK = "retURL";
    static final int FIELDS_MAX = 500;

    private static final Map<String, String> TRAITS = Map.ofEntries(
            Map.entry("first_name", "firstName"),
            Map.entry("last_name", "lastName"),
            Map.entry("email", "email"),
            Map.entry("phone", "phone"),
            Map.entry("mobile", "mobile"),
            Map.entry("title", "title"),
            Map.entry("salutation", "salutation"),
            Map.entry("description", "description"));
    private static final Map<String, String> COMPANY = Map.of(
            "company", "name",
            "URL", "website",
            "website", "website",
            "industry", "industry",
            "employees", "employees",
            "revenue", "revenue");
    private static final Map<String, String> ADDRESS = Map.of(
            "street", "street",
            "city", "city",
            "state", "state",
            "state_code", "state",
            "zip", "postalCode",
            "country", "country",
            "country_code", "country");
    private static final Map<String, String> CAMPAIGN = Map.of(
            "utm_source", "source",
            "utm_medium", "medium",
            "utm_campaign", "name",
            "utm_term", "term",
            "utm_content", "content");
    /** About the form and not about the lead. */
    private static final Set<String> OF_FORM =
            Set.of(KEY, BACK, "encoding", "debug", "debugEmail", "submit", "captcha_settings", "g-recaptcha-response");

    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Stands for what is no UTF-8. */
    private static final char BROKEN = '\ufffd';

    private final Map<String, String> fields;

    private LeadForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a form as pages post it, in UTF-8; what is no UTF-8 comes from a page in Windows-1252, of which Latin-1 is
     * a part. Of a field told twice the first counts.
     */
    static LeadForm of(byte[] body) {
        Map<String, String> fields = fields(body, StandardCharsets.UTF_8);
        boolean isBroken = fields.values().stream().anyMatch(value -> value.indexOf(BROKEN) >= 0);
        return new LeadForm(isBroken ? fields(body, WESTERN) : fields);
    }

    private static Map<String, String> fields(byte[] body, Charset letters) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, letters).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && fields.size() < FIELDS_MAX) {
                String value = decoded(pair.substring(equals + 1), letters).strip();
                if (!value.isEmpty()) {
                    fields.putIfAbsent(
                            decoded(pair.substring(0, equals), letters).strip(), value);
                }
            }
        }
        return fields;
    }

    private static String decoded(String text, Charset letters) {
        try {
            return URLDecoder.decode(text, letters);
        } catch (IllegalArgumentException e) {
            return text; // as it stands: a sign that is no code is a letter
        }
    }

    @Nullable
    String key() {
        return fields.get(KEY);
    }

    /** The page to show next, if it may be: its scheme, host and port are those of an allowed address. */
    Optional<String> next(List<String> allowed) {
        String told = fields.get(BACK);
        return told != null && allowed.contains(origin(told)) ? Optional.of(told) : Optional.empty();
    }

    /**
     * Scheme, host and port of an address; empty where it is none, or has a user, or a sign browsers read otherwise.
     */
    static String origin(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("https") || scheme.equals("http");
            if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return "";
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The call that the form is. */
    Map<String, Object> call() {
        Map<String, Object> traits = new LinkedHashMap<>();
        Map<String, Object> company = new LinkedHashMap<>();
        Map<String, Object> address = new LinkedHashMap<>();
        Map<String, Object> campaign = new LinkedHashMap<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("form", "Web-to-Lead");
        Map<String, Object> call = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (TRAITS.containsKey(name)) {
                traits.put(TRAITS.get(name), value);
            } else if (COMPANY.containsKey(name)) {
                company.putIfAbsent(COMPANY.get(name), value);
            } else if (ADDRESS.containsKey(name)) {
                address.putIfAbsent(ADDRESS.get(name), value);
            } else if (CAMPAIGN.containsKey(name)) {
                campaign.put(CAMPAIGN.get(name), value);
            } else if (name.equals("emailOptOut")) {
                traits.put("unsubscribed", true);
            } else if (name.equals("anonymous_id") || name.equals("message_id")) {
                call.put(name.startsWith("a") ? "anonymousId" : "messageId", value);
            } else if (!OF_FORM.contains(name)) {
                properties.put(name, value);
            }
        });
        putUnlessEmpty(traits, "company", company);
        putUnlessEmpty(traits, "address", address);
        Map<String, Object> context = new LinkedHashMap<>();
        putUnlessEmpty(context, "traits", traits);
        putUnlessEmpty(context, "campaign", campaign);
        call.put("type", "track");
        call.put("event", "Form Submitted");
        call.put("properties", properties);
        call.put("context", context);
        return call;
    }

    private static void putUnlessEmpty(Map<String, Object> into, String name, Map<String, Object> value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }
}
