package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Act;
import io.cupel.app.contracts.Side;
import io.cupel.app.contracts.Signature;
import io.cupel.app.contracts.Version;
import io.cupel.app.contracts.Versions;
import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls that take a version through its life, and tell it. */
@RestController
@RequestMapping("/api/contracts")
final class LifeController {
    private static final String LIST = "acts";
    private static final int HASH_MAX = 64;

    private final Versions versions;
    private final Staff staff;

    LifeController(Versions versions, Staff staff) {
        this.versions = versions;
        this.staff = staff;
    }

    /**
     * A signature as asked for.
     *
     * @param hash of what was read
     */
    record SignForm(@Nullable String side, @Nullable String hash) {}

    /**
     * An activation as asked for.
     *
     * @param from null for now
     */
    record ActivateForm(@Nullable Instant from) {}

    @Needs(Scope.CONTRACTS_SIGN)
    @PostMapping("/{version}/sign")
    VersionView sign(@PathVariable int version, @RequestBody SignForm form, Caller caller) {
        Fields fields = new Fields();
        String hash = fields.text("/hash", form.hash(), HASH_MAX);
        Side side = Arrays.stream(Side.values())
                .filter(each -> each.written().equals(form.side()))
                .findFirst()
                .orElse(null);
        if (side == null) {
            fields.fault("/side", "name one of marketing, sales");
        }
        fields.orThrow();
        return view(versions.sign(version, Objects.requireNonNull(side), hash, caller.person()));
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping("/{version}/withdraw")
    VersionView withdraw(@PathVariable int version, Caller caller) {
        return view(versions.withdraw(version, caller.person()));
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping("/{version}/activate")
    VersionView activate(
            @PathVariable int version, @RequestBody(required = false) @Nullable ActivateForm form, Caller caller) {
        return view(versions.activate(version, form == null ? null : form.from(), caller.person()));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping("/{version}/history")
    Page<ActView> history(
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        versions.one(version);
        return acts(version, cursor, limit);
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping("/history")
    Page<ActView> history(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return acts(null, cursor, limit);
    }

    private Page<ActView> acts(@Nullable Integer version, @Nullable String cursor, @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Act> found = versions.history(version, Cursor.number(LIST, cursor, 0), most + 1);
        var names = staff.names(
                found.stream().map(Act::person).filter(Objects::nonNull).toList());
        return Page.of(found, most, last -> Cursor.of(LIST, last.id())).map(act -> ActView.of(act, names));
    }

    private VersionView view(Version version) {
        var signers =
                version.life().signatures().stream().map(Signature::person).toList();
        return VersionView.of(version, versions.now(), staff.names(signers));
    }
}
