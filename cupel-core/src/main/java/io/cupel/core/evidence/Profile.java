package io.cupel.core.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What follows from what was told. docs/attributes.md explains each derived attribute. */
public final class Profile {
    /** How many attributes may be derived. */
    private static final int DERIVED = 6;

    private Profile() {}

    /**
     * The attributes told, and beside them those that follow from them. A derived attribute never replaces one that was
     * told.
     */
    public static Map<String, Object> derive(Map<String, Object> told) {
        Map<String, Object> profile = new HashMap<>(2 * (told.size() + DERIVED));
        told.forEach(profile::put);
        derive(profile, "lead.title", "lead.seniority", TitleWords::seniority);
        derive(profile, "lead.title", "lead.function", TitleWords::function);
        derive(profile, "lead.country", "lead.region", Places::region);
        derive(profile, "company.country", "company.region", Places::region);
        if (profile.get("lead.email") instanceof String address) {
            deriveOfMail(profile, address);
        }
        return profile;
    }

    /** An address to throw away says as little about a company as one of a free provider. */
    private static void deriveOfMail(Map<String, Object> profile, String address) {
        Optional<String> company = MailDomains.companyDomain(address);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        profile.putIfAbsent(
                "lead.free_mail",
                company.isEmpty() && (MailDomains.freeMail(domain) || MailDomains.disposable(domain)));
        company.ifPresent(own -> profile.putIfAbsent("company.domain", own));
    }

    private static void derive(
            Map<String, Object> profile, String from, String to, Function<String, Optional<?>> rule) {
        if (!profile.containsKey(to) && profile.get(from) instanceof String text) {
            rule.apply(text).ifPresent(value -> profile.put(to, value));
        }
    }
}
