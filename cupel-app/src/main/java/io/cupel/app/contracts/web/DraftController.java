package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Draft;
import io.cupel.app.contracts.Drafts;
import io.cupel.app.contracts.Version;
import io.cupel.app.contracts.Versions;
import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Revision;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** The calls about drafts of contracts. */
@RestController
@RequestMapping("/api/contracts/drafts")
final class DraftController {
    private static final String LIST = "drafts";

    private final Drafts drafts;
    private final Versions versions;
    private final Staff staff;

    DraftController(Drafts drafts, Versions versions, Staff staff) {
        this.drafts = drafts;
        this.versions = versions;
        this.staff = staff;
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping
    Page<DraftView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Draft> found = drafts.after(Cursor.number(LIST, cursor, 0), most + 1);
        Map<Long, String> names =
                staff.names(found.stream().map(Draft::editedBy).toList());
        return Page.of(found, most, last -> Cursor.of(LIST, last.id())).map(draft -> DraftView.of(draft, names, false));
    }

    @Needs(Scope.CONTRACTS_WRITE)
    @PostMapping(consumes = {Yaml.TYPE, Yaml.TYPE_OLD, Yaml.TYPE_TEXT, Yaml.TYPE_PLAIN})
    ResponseEntity<DraftView> write(@RequestBody byte[] body, Caller caller) {
        Draft draft = drafts.write(Yaml.text(body), caller.person());
        return ResponseEntity.created(URI.create("/api/contracts/drafts/" + draft.id()))
                .eTag(Revision.tag(draft.revision()))
                .body(view(draft));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping(path = "/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftView> one(@PathVariable long draft) {
        return shown(drafts.one(draft));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping(path = "/{draft}", produces = Yaml.TYPE_UTF8)
    ResponseEntity<String> text(@PathVariable long draft) {
        Draft found = drafts.one(draft);
        return ResponseEntity.ok().eTag(Revision.tag(found.revision())).body(found.text());
    }

    @Needs(Scope.CONTRACTS_WRITE)
    @PutMapping(
            path = "/{draft}",
            consumes = {Yaml.TYPE, Yaml.TYPE_OLD, Yaml.TYPE_TEXT, Yaml.TYPE_PLAIN})
    ResponseEntity<DraftView> edit(
            @PathVariable long draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body,
            Caller caller) {
        String text = Yaml.text(body);
        int revision = drafts.one(draft).revision();
        Revision.check(ifMatch, revision);
        return shown(drafts.edit(draft, revision, text, caller.person()));
    }

    @Needs(Scope.CONTRACTS_WRITE)
    @DeleteMapping("/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long draft, Caller caller) {
        drafts.delete(draft, caller.person());
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping("/{draft}/propose")
    ResponseEntity<VersionView> propose(
            @PathVariable long draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        int revision = drafts.one(draft).revision();
        Revision.check(ifMatch, revision);
        Version version = drafts.propose(draft, revision, caller.person());
        return ResponseEntity.created(URI.create("/api/contracts/" + version.number()))
                .body(VersionView.of(version, versions.now(), Map.of()));
    }

    private ResponseEntity<DraftView> shown(Draft draft) {
        return ResponseEntity.ok().eTag(Revision.tag(draft.revision())).body(view(draft));
    }

    private DraftView view(Draft draft) {
        return DraftView.of(draft, staff.names(List.of(draft.editedBy())), true);
    }
}
