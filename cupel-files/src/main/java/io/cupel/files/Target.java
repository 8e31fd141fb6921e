package io.cupel.files;

/**
 * What a column of a leads file tells.
 *
 * @param path of the attribute; empty where it tells none
 */
record Target(Role role, String path) {
    static final Target USER = new Target(Role.USER, "");
    static final Target MORE_EMAILS = new Target(Role.MORE_EMAILS, "");
    static final Target CREATED = new Target(Role.CREATED, "");
    static final Target CURRENCY = new Target(Role.CURRENCY, "");
    static final Target DELETED = new Target(Role.DELETED, "");

    enum Role {
        USER,
        /** Further addresses of the same person. */
        MORE_EMAILS,
        /** When the row's facts were told. */
        CREATED,
        /** In which the row's amounts are. */
        CURRENCY,
        /** Whether the row counts as gone. */
        DELETED,
        ATTRIBUTE,
        /** A truth that any text tells, such as the reason why mail bounced. */
        ATTRIBUTE_IF_FILLED
    }

    static Target attribute(String path) {
        return new Target(Role.ATTRIBUTE, path);
    }

    static Target ifFilled(String path) {
        return new Target(Role.ATTRIBUTE_IF_FILLED, path);
    }

    /** Whether a lead can be known by it. */
    boolean isKey() {
        boolean isContact = path.equals("lead.email") || path.equals("lead.phone");
        return role == Role.USER || (role == Role.ATTRIBUTE && isContact);
    }
}
