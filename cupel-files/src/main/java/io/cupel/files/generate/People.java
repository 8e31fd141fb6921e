package io.cupel.files.generate;

import java.util.List;

/**
 * Makes people. Nobody shares an address: within a company the last names differ, because they follow each other in the
 * list of names from a start that the company draws; other addresses hold the number of the lead.
 */
final class People {
    private static final double FOREIGN_SHARE = 0.12;
    private static final double FREE_MAIL_SHARE = 0.1;
    private static final double FREE_MAIL_SHARE_WITHOUT_COMPANY = 0.92;
    private static final double DISPOSABLE_SHARE = 0.01;
    private static final double ROLE_ADDRESS_SHARE = 0.012;

    private static final List<String> FREE =
            List.of("gmail.com", "gmail.com", "gmail.com", "outlook.com", "yahoo.com", "hotmail.com", "icloud.com");
    private static final List<String> DISPOSABLE = List.of("mailinator.com", "yopmail.com");
    private static final List<String> ROLE_ADDRESSES = List.of("info", "sales", "contact", "office", "hello");

    private final long seed;

    People(long seed) {
        this.seed = seed;
    }

    /**
     * A desk in a company, at which somebody sits who is a lead.
     *
     * @param number of the lead
     * @param place among the leads of the company, from 0 on
     */
    record Seat(long number, Company company, int place) {}

    /** Whoever sits there. */
    Person person(Dice dice, Seat seat) {
        Company company = seat.company();
        Culture culture = company.country().culture();
        if (dice.chance(FOREIGN_SHARE)) {
            culture = dice.pick(List.of(Culture.values()));
        }
        int first = dice.below(culture.firsts());
        int start = Dice.of(seed, Dice.Topic.PERSON, -2 - company.number()).below(culture.lasts());
        int last = company.isRival() ? dice.below(culture.lasts()) : (start + seat.place()) % culture.lasts();
        Role role = Role.draw(dice);
        String title = role.title(dice, company.country());
        String email = address(dice, seat, role, culture.firstPlain(first), culture.lastPlain(last));
        boolean isShared = ROLE_ADDRESSES.stream().anyMatch(address -> email.startsWith(address + "@"));
        return new Person(culture.first(first), culture.last(last), email, isShared, role, title);
    }

    private static String address(Dice dice, Seat seat, Role role, String first, String last) {
        Company company = seat.company();
        long number = seat.number();
        double drawn = dice.uniform();
        int kind = dice.below(10);
        if (company.isRival()) {
            return first + "." + last + number + "@" + company.domain();
        }
        if (drawn < DISPOSABLE_SHARE) {
            return "demo." + first + number + "@" + DISPOSABLE.get(kind % DISPOSABLE.size());
        }
        double free = role.isOfACompany() ? FREE_MAIL_SHARE : FREE_MAIL_SHARE_WITHOUT_COMPANY;
        if (drawn < DISPOSABLE_SHARE + free) {
            return first + "." + last + ".demo" + number + "@" + FREE.get(kind % FREE.size());
        }
        boolean isFirstOfCompany = seat.place() == 0;
        if (isFirstOfCompany && drawn > 1 - ROLE_ADDRESS_SHARE) {
            return ROLE_ADDRESSES.get(kind % ROLE_ADDRESSES.size()) + "@" + company.domain();
        }
        String local = company.number() % 3 == 0 ? first.charAt(0) + "." + last : first + "." + last;
        return local + "@" + company.domain();
    }
}
