package io.cupel.files.generate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in the company's files.
 *
 * @param number from 0 on
 * @param user the id that the company's systems give
 * @param isUserInTable whether the table of leads tells that id; events join by the address otherwise
 * @param created when the company got to know the lead, in milliseconds since 1970 UTC
 * @param need from 0 to 1: how much the lead wants what the company sells. Nobody in the year knows it
 * @param second what a later row says about the same lead; null where there is none
 */
record Lead(
        int number,
        String user,
        boolean isUserInTable,
        Person person,
        Company company,
        Card card,
        Source source,
        Source.Campaign campaign,
        boolean isOptedIn,
        long created,
        double need,
        @Nullable SecondRow second) {
    /**
     * A row that came later, by another list.
     *
     * @param title a newer one; empty where the row tells none
     */
    record SecondRow(long created, String title) {}

    /** As tables of touches and outcomes name the lead. */
    String key() {
        return isUserInTable ? user : person.email();
    }

    int offsetHours() {
        return company.country().offsetHours();
    }
}
