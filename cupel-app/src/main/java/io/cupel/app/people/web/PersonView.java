package io.cupel.app.people.web;

import io.cupel.app.people.Member;
import io.cupel.app.people.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the house as the API shows one. */
record PersonView(
        long id,
        String name,
        List<String> roles,
        Instant created,
        @Nullable Instant left) {
    static PersonView of(Member member) {
        return new PersonView(
                member.person().id(),
                member.person().name(),
                member.person().roles().stream().map(Role::written).sorted().toList(),
                member.created(),
                member.left());
    }
}
