package io.cupel.app.people.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Revision;
import io.cupel.app.people.Member;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Role;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls about the persons of the house. */
@RestController
@RequestMapping("/api/people")
final class PeopleController {
    static final int NAME_MAX = 120;

    private static final String LIST = "people";

    private final Staff staff;

    PeopleController(Staff staff) {
        this.staff = staff;
    }

    /** A person as told by a caller. */
    record PersonForm(@Nullable String name, @Nullable List<@Nullable String> roles) {}

    @Needs(Scope.PEOPLE_WRITE)
    @GetMapping
    Page<PersonView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Member> found = staff.after(Cursor.number(LIST, cursor, 0), most + 1);
        return Page.of(found, most, last -> Cursor.of(LIST, last.person().id())).map(PersonView::of);
    }

    @Needs(Scope.PEOPLE_WRITE)
    @PostMapping
    ResponseEntity<PersonView> add(@RequestBody PersonForm form) {
        Told told = told(form);
        Member added = staff.add(told.name(), told.roles());
        return ResponseEntity.created(URI.create("/api/people/" + added.person().id()))
                .eTag(Revision.tag(added.revision()))
                .body(PersonView.of(added));
    }

    @Needs(Scope.PEOPLE_WRITE)
    @GetMapping("/{person}")
    ResponseEntity<PersonView> one(@PathVariable long person) {
        return shown(staff.one(person));
    }

    @Needs(Scope.PEOPLE_WRITE)
    @PutMapping("/{person}")
    ResponseEntity<PersonView> change(
            @PathVariable long person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PersonForm form) {
        Told told = told(form);
        Member now = staff.one(person);
        Revision.check(ifMatch, now.revision());
        return shown(staff.change(person, now.revision(), told.name(), told.roles()));
    }

    @Needs(Scope.PEOPLE_WRITE)
    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long person) {
        staff.leave(person);
    }

    private static ResponseEntity<PersonView> shown(Member member) {
        return ResponseEntity.ok().eTag(Revision.tag(member.revision())).body(PersonView.of(member));
    }

    private record Told(String name, Set<Role> roles) {}

    private static Told told(PersonForm form) {
        Fields fields = new Fields();
        String name = fields.text("/name", form.name(), NAME_MAX);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<@Nullable String> names = form.roles() == null ? List.of() : form.roles();
        for (int i = 0; i < names.size(); i++) {
            String written = names.get(i);
            Role role = Arrays.stream(Role.values())
                    .filter(each -> each.written().equals(written))
                    .findFirst()
                    .orElse(null);
            if (role == null) {
                fields.fault("/roles/" + i, "there is no such role; roles are marketer, rep, manager, admin");
            } else {
                roles.add(role);
            }
        }
        if (names.isEmpty()) {
            fields.fault("/roles", "name one or more of marketer, rep, manager, admin");
        }
        fields.orThrow();
        return new Told(name, roles);
    }
}
