package io.cupel.core.evidence;

import java.util.Optional;

/** Internet domains, as keys of companies. */
public final class Domains {
    private static final String STOPS = "/?#\\";

    private Domains() {}

    /**
     * The domain of a website told as an address or as a domain: {@code https://www.acme.com/en} is {@code acme.com}.
     * Empty where it is none.
     */
    public static Optional<String> ofWebsite(String text) {
        String host = Apostrophes.without(text.strip());
        int scheme = host.indexOf("://");
        if (scheme >= 0) {
            host = host.substring(scheme + 3);
        } else if (host.startsWith("//")) {
            host = host.substring(2);
        }
        int end = 0;
        while (end < host.length() && STOPS.indexOf(host.charAt(end)) < 0) {
            end++;
        }
        host = host.substring(0, end);
        if (scheme >= 0) {
            host = host.substring(host.lastIndexOf('@') + 1);
        }
        int port = host.indexOf(':');
        return MailDomains.normaliseDomain(port < 0 ? host : host.substring(0, port))
                .map(domain -> domain.startsWith("www.") ? domain.substring("www.".length()) : domain)
                .filter(domain -> domain.indexOf('.') > 0);
    }

    /** The domain that a website keys a company by: empty also for a provider where anybody can have an address. */
    public static Optional<String> ofCompany(String website) {
        return ofWebsite(website).filter(domain -> !MailDomains.freeMail(domain) && !MailDomains.disposable(domain));
    }
}
