package io.cupel.files.generate;

/**
 * A company of the made-up market.
 *
 * @param number from 0 on
 * @param revenue a year, in whole US dollars
 * @param isRival whether it sells what the made-up company sells
 */
record Company(
        int number,
        String name,
        String domain,
        int employees,
        long revenue,
        Industry industry,
        Country country,
        boolean isRival) {
    /** Whom the product truly helps: also companies somewhat smaller than the contract wants (a planted truth). */
    boolean isOfTheRightSize() {
        return employees >= Planted.TRULY_LARGE_ENOUGH && employees <= Planted.BOUND_MOST;
    }
}
