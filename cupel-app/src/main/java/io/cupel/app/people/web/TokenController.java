package io.cupel.app.people.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.people.FreshToken;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import io.cupel.app.people.Token;
import io.cupel.app.people.Tokens;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls about tokens. */
@RestController
final class TokenController {
    private static final String LIST = "tokens";

    private final Staff staff;
    private final Tokens tokens;

    TokenController(Staff staff, Tokens tokens) {
        this.staff = staff;
        this.tokens = tokens;
    }

    /** A token as asked for. */
    record TokenForm(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Integer days) {}

    @Needs(Scope.PEOPLE_WRITE)
    @GetMapping("/api/people/{person}/tokens")
    Page<TokenView> list(
            @PathVariable long person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Token> found = tokens.after(person, Cursor.number(LIST, cursor, 0), most + 1);
        return Page.of(found, most, last -> Cursor.of(LIST, last.id())).map(TokenView::of);
    }

    @Needs(Scope.PEOPLE_WRITE)
    @PostMapping("/api/people/{person}/tokens")
    ResponseEntity<FreshTokenView> make(@PathVariable long person, @RequestBody TokenForm form) {
        Set<Scope> allowed = Scope.allowedTo(staff.one(person).person().roles());
        Fields fields = new Fields();
        String name = fields.text("/name", form.name(), PeopleController.NAME_MAX);
        int days = fields.number("/days", form.days(), Tokens.DAYS_USUAL, 1, Tokens.DAYS_MAX);
        Set<Scope> scopes = scopes(form.scopes() == null ? List.of() : form.scopes(), allowed, fields);
        fields.orThrow();
        FreshToken fresh = tokens.make(person, name, scopes, days);
        return ResponseEntity.created(URI.create("/api/tokens/" + fresh.token().id()))
                .cacheControl(CacheControl.noStore())
                .body(FreshTokenView.of(fresh));
    }

    @Needs(Scope.PEOPLE_WRITE)
    @GetMapping("/api/tokens/{token}")
    TokenView one(@PathVariable long token) {
        return TokenView.of(tokens.one(token));
    }

    @Needs(Scope.PEOPLE_WRITE)
    @DeleteMapping("/api/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long token) {
        tokens.revoke(token);
    }

    private static Set<Scope> scopes(List<@Nullable String> names, Set<Scope> allowed, Fields fields) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < names.size(); i++) {
            String written = names.get(i);
            Scope scope = written == null ? null : Scope.of(written).orElse(null);
            if (scope == null) {
                fields.fault("/scopes/" + i, "there is no such scope; docs/security.md lists them");
            } else if (!allowed.contains(scope)) {
                fields.fault("/scopes/" + i, "no role of this person may hold it; docs/security.md tells which may");
            } else {
                scopes.add(scope);
            }
        }
        if (names.isEmpty()) {
            fields.fault("/scopes", "name one or more; docs/security.md lists them");
        }
        return scopes;
    }
}
