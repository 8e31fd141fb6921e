package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Comparison;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.contracts.Signature;
import io.cupel.app.contracts.Version;
import io.cupel.app.contracts.Versions;
import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import io.cupel.contract.ContractFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls that read contracts, check and compare them. */
@RestController
@RequestMapping("/api/contracts")
final class ContractController {
    private static final String LIST = "contracts";

    private final Versions versions;
    private final ContractsInForce inForce;
    private final Comparison comparison;
    private final Staff staff;

    ContractController(Versions versions, ContractsInForce inForce, Comparison comparison, Staff staff) {
        this.versions = versions;
        this.inForce = inForce;
        this.comparison = comparison;
        this.staff = staff;
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping
    Page<VersionView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        int below = (int) Math.min(Integer.MAX_VALUE, Cursor.number(LIST, cursor, Integer.MAX_VALUE));
        List<Version> found = versions.before(below, most + 1);
        Map<Long, String> names = names(found);
        Instant now = versions.now();
        return Page.of(found, most, last -> Cursor.of(LIST, last.number()))
                .map(version -> VersionView.of(version, now, names));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping(path = "/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    VersionView one(@PathVariable int version) {
        return view(versions.one(version));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping(path = "/{version}", produces = Yaml.TYPE_UTF8)
    String text(@PathVariable int version) {
        return versions.one(version).text();
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping("/{version}/content")
    Map<String, Object> content(@PathVariable int version) {
        return Content.of(versions.one(version).text());
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping("/in-force")
    VersionView inForce(@RequestParam(required = false) @Nullable Instant at) {
        Instant instant = at == null ? versions.now() : at;
        InForce found = inForce.at(instant)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "no contract was in force at that instant"));
        return view(versions.one(found.version()));
    }

    @Needs(Scope.CONTRACTS_READ)
    @PostMapping(
            path = "/check",
            consumes = {Yaml.TYPE, Yaml.TYPE_OLD, Yaml.TYPE_TEXT, Yaml.TYPE_PLAIN})
    CheckView check(@RequestBody byte[] body) {
        return CheckView.of(ContractFile.of("contract.yaml", Yaml.text(body)).check());
    }

    /**
     * What changes from one to the other.
     *
     * @param changes in words; empty just when both mean the same
     */
    record Changes(String from, String to, List<String> changes) {}

    /** Each of both is the number of a version, or {@code draft-} and the number of a draft. */
    @Needs(Scope.CONTRACTS_READ)
    @GetMapping("/diff")
    Changes diff(@RequestParam String from, @RequestParam String to) {
        return new Changes(from, to, comparison.between(from, to));
    }

    private VersionView view(Version version) {
        return VersionView.of(version, versions.now(), names(List.of(version)));
    }

    private Map<Long, String> names(List<Version> of) {
        return staff.names(of.stream()
                .flatMap(version -> version.life().signatures().stream())
                .map(Signature::person)
                .toList());
    }
}
