package io.cupel.app.people.web;

import io.cupel.app.ground.Fields;
import io.cupel.app.people.FirstAdministrator;
import io.cupel.app.people.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The one call that nobody need be known for. */
@RestController
final class SetupController {
    private static final int TOKEN_MAX = 100;

    private final FirstAdministrator first;

    SetupController(FirstAdministrator first) {
        this.first = first;
    }

    /** What the console's one-time token is exchanged for. */
    record Setup(@Nullable String token, @Nullable String name) {}

    @Open("the one-time token of the console is asked for instead")
    @PostMapping("/api/setup")
    ResponseEntity<FreshTokenView> setup(@RequestBody Setup setup) {
        Fields fields = new Fields();
        String token = fields.text("/token", setup.token(), TOKEN_MAX);
        String name = fields.text("/name", setup.name(), PeopleController.NAME_MAX);
        fields.orThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(FreshTokenView.of(first.make(token, name)));
    }
}
