package io.cupel.files.generate;

/**
 * Somebody.
 *
 * @param email as the person writes it; nobody else has it
 * @param isShared whether it is the address of a task, such as info@, which tells nobody
 * @param title the true one, whether or not it is told
 */
record Person(String first, String last, String email, boolean isShared, Role role, String title) {
    Person {
        if (email.indexOf('@') < 1) {
            throw new IllegalArgumentException("a lead has an address");
        }
    }
}
