package io.cupel.files;

import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a call with a reserved name says whom it is about: the ids that every call has, and {@code properties.lead},
 * which may be a user id, an e-mail address, an international phone number or the id in a CRM, or a list of them.
 */
final class LeadNames {
    private static final String SYSTEM = "(?:hubspot|salesforce|zoho|pipedrive|contacts|ads|export|place|row):";
    private static final Pattern CRM = Pattern.compile(SYSTEM + "[^\\s;]+");
    private static final Pattern NAMED = Pattern.compile(SYSTEM);
    private static final Pattern REACHED = Pattern.compile(SYSTEM + "(\\+.*|[^:]*@.*)");

    private static final String USER = CallPart.USER_ID.written();
    private static final String LEAD = CallPart.LEAD.written();

    private @Nullable String user;
    /** An id without a system that {@code properties.lead} tells, while no leads table can say whose it is. */
    private @Nullable String bare;

    private @Nullable String phone;
    private @Nullable String anonymous;
    private final List<String> emails = new ArrayList<>(1);
    private final List<String> crm = new ArrayList<>(1);

    private LeadNames() {}

    /**
     * By what a call names its lead.
     *
     * @param known ids that may stand in {@code properties.lead} without the name of their system
     * @param doubts told of ids that several systems have, and of addresses and phone numbers that are none
     */
    static LeadNames of(Map<String, @Nullable Object> call, LeadIds known, Unreadables doubts) throws Refusal {
        LeadNames names = new LeadNames();
        names.anonymous = CallKeys.id(call.get("anonymousId"));
        names.add(CallKeys.id(call.get("userId")));
        Object lead = null;
        if (call.get("properties") instanceof Map<?, ?> properties) {
            lead = properties.get(LEAD);
            for (Object each : lead instanceof List<?> several
                    ? several
                    : Optional.ofNullable(lead).stream().toList()) {
                names.addLead(CallKeys.id(each), known, doubts);
            }
        }
        String email = trait(call, "email");
        boolean isAddress = email == null || names.addMail(email);
        String phone = trait(call, "phone");
        Optional<String> number = phone == null ? Optional.empty() : Phone.normalised(phone);
        names.phone = number.orElse(names.phone);
        if (names.keys().isEmpty() && names.bare == null) {
            throw new Refusal(lead == null ? Reason.NO_IDS : Reason.NO_LEAD);
        }
        if (!isAddress) {
            doubts.add("lead.email", "is not an e-mail address");
        }
        if (phone != null && number.isEmpty()) {
            doubts.add("lead.phone", "is not a phone number");
        }
        if (known != LeadIds.NONE) {
            names.bare = null; // it is the user id
        }
        return names;
    }

    /** By what one text names a lead. */
    static Keys of(String name) throws Refusal {
        LeadNames names = new LeadNames();
        names.add(reached(name));
        return names.keys();
    }

    /** As in tables of leads, an address may have a name or a word for none beside it. */
    private boolean addMail(String cell) {
        List<String> addresses = MailCell.addresses(cell);
        return addEmail(addresses.size() == 1 ? addresses.get(0) : cell);
    }

    private static @Nullable String trait(Map<String, @Nullable Object> call, String name) {
        return call.get("context") instanceof Map<?, ?> context && context.get("traits") instanceof Map<?, ?> traits
                ? CallKeys.id(traits.get(name))
                : null;
    }

    /**
     * An event in the form in which all that name one lead alike are equal: the id in {@code lead} with its system is
     * its user id, and so is one that no leads table tells. In {@code lead} stays an id beside a user id, one of a
     * system that only a mapping names, and a phone number.
     */
    static Map<String, @Nullable Object> normalEvent(
            Map<String, @Nullable Object> call, LeadIds known, Unreadables doubts) throws Refusal {
        String told = CallKeys.id(call.get(LEAD));
        if (told == null) {
            return call;
        }
        if (told.indexOf(';') >= 0) {
            throw new Refusal(Reason.SEVERAL_LEADS);
        }
        Map<String, @Nullable Object> normal = new LinkedHashMap<>(call);
        normal.remove(LEAD);
        String user = CallKeys.id(call.get(USER));
        boolean hasUser = user != null;
        String whole = known.whole(told, doubts);
        if (user != null && whole != null && isOfCrm(user)) {
            expectSame(CrmIds.known(user), CrmIds.known(whole));
        }
        if (whole != null) {
            normal.put(hasUser || !isOfCrm(whole) ? LEAD : USER, whole);
        } else if (!hasUser) {
            String reached = reached(told);
            Optional<String> number = reached.startsWith("+") ? Phone.normalised(reached) : Optional.empty();
            normal.put(
                    number.isPresent() ? LEAD : USER,
                    number.or(() -> MailDomains.normaliseEmail(reached)).orElse(reached));
        }
        return normal;
    }

    /** Whether an id is written with the name of a system that is always known. */
    static boolean isOfCrm(String id) {
        return id.indexOf(':') > 0 && id.indexOf('@') < 0 && CRM.matcher(id).matches();
    }

    /** An id as its system writes it. */
    static String withoutSystem(String id) {
        if (id.indexOf(':') < 0) {
            return id; // as most
        }
        Matcher named = NAMED.matcher(id);
        return named.lookingAt() ? id.substring(named.end()) : id;
    }

    Keys keys() {
        return new Keys(user, emails, phone, anonymous, null, crm);
    }

    /** Writes the ids into a call; answers what {@code properties.lead} is to hold, null for nothing. */
    @Nullable
    Object writeTo(Map<String, @Nullable Object> call) {
        if (user != null) {
            call.put("userId", user);
        }
        if (anonymous != null) {
            call.put("anonymousId", anonymous);
        }
        if (phone != null) {
            call.put("context", Map.of("traits", Map.of("phone", phone)));
        }
        List<String> lead = new ArrayList<>(emails);
        lead.addAll(crm);
        if (bare != null) {
            lead.add(bare);
        }
        if (lead.isEmpty()) {
            return null;
        }
        return lead.size() == 1 ? lead.get(0) : List.copyOf(lead);
    }

    private void addLead(@Nullable String told, LeadIds known, Unreadables doubts) throws Refusal {
        String whole = told == null ? null : known.whole(told, doubts);
        if (whole != null) {
            addCrm(whole);
            return;
        }
        boolean isBare = told != null && !tellsItself(told) && told.indexOf(';') < 0;
        if (isBare && bare != null && !bare.equals(told)) {
            throw new Refusal(Reason.SEVERAL_LEADS);
        }
        bare = isBare ? told : bare;
        // Without tables of leads nobody knows whether it is a user id or a CRM's.
        if (!isBare || known != LeadIds.NONE) {
            add(told == null ? null : reached(told));
        }
    }

    /** What stands for an id may be an address or a phone number, which is a lead's whatever system it is said of. */
    private static String reached(String told) {
        Matcher named = REACHED.matcher(told);
        return named.matches() && isReached(named.group(1)) ? named.group(1) : told;
    }

    private static boolean isReached(String told) {
        return told.startsWith("+")
                ? Phone.normalised(told).isPresent()
                : MailDomains.normaliseEmail(told).isPresent();
    }

    /** Whether it needs no system's name: an id that has one, an address, a phone number with a plus. */
    static boolean tellsItself(String told) {
        return CRM.matcher(told).matches() || isReached(told);
    }

    private void addCrm(String id) throws Refusal {
        String known = CrmIds.known(id);
        for (String other : crm) {
            expectSame(other, known);
        }
        if (!crm.contains(known)) {
            crm.add(known);
        }
    }

    /** Ids of two systems may be one lead's; two of one system are two records. */
    private static void expectSame(String one, String other) throws Refusal {
        String system = one.substring(0, one.indexOf(':') + 1);
        if (other.startsWith(system) && !other.equals(one)) {
            throw new Refusal(Reason.SEVERAL_LEADS);
        }
    }

    private void add(@Nullable String told) throws Refusal {
        if (told == null || addEmail(told)) {
            return;
        }
        Optional<String> number = told.startsWith("+") ? Phone.normalised(told) : Optional.empty();
        if (CRM.matcher(told).matches()) {
            addCrm(told);
        } else if (number.isPresent()) {
            phone = number.get();
        } else if (user == null || user.equals(told)) {
            user = told;
        } else {
            throw new Refusal(Reason.TWO_IDS);
        }
    }

    private boolean addEmail(String told) {
        Optional<String> email = told.indexOf('@') > 0 ? MailDomains.normaliseEmail(told) : Optional.empty();
        if (email.isPresent() && !emails.contains(email.get())) {
            emails.add(email.get());
        }
        return email.isPresent();
    }
}
