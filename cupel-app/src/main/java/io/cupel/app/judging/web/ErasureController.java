package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.identity.Erasure;
import io.cupel.app.identity.Erasures;
import io.cupel.app.judging.Erasing;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls by which somebody is erased. */
@RestController
@RequestMapping("/api/erasures")
final class ErasureController {
    private static final String LIST = "erasures";
    private static final int KEY_MAX = 1_000;

    private final Erasing erasing;
    private final Erasures erasures;

    ErasureController(Erasing erasing, Erasures erasures) {
        this.erasing = erasing;
        this.erasures = erasures;
    }

    /** Who is to be erased: a lead by its number, or whoever has a key. */
    record ErasureForm(@Nullable Long lead, @Nullable String key) {}

    /** As answers show it; {@code by} is the number of a person who works here. */
    record ErasureView(long number, Instant at, long by, int keys, int entries) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(erasure.number(), erasure.at(), erasure.by(), erasure.keys(), erasure.entries());
        }
    }

    @Needs(Scope.ERASE)
    @PostMapping
    ErasureView erase(@RequestBody ErasureForm form, Caller caller) {
        Fields fields = new Fields();
        long by = caller.person().id();
        Long lead = form.lead();
        if (lead != null && form.key() == null) {
            return erasing.erase(lead, by)
                    .map(ErasureView::of)
                    .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no lead of this number"));
        }
        if (lead != null) {
            fields.fault("/key", "it is told beside a lead; tell one of the two");
        }
        String key = fields.text("/key", form.key(), KEY_MAX);
        fields.orThrow();
        return ErasureView.of(erasing.erase(key, by));
    }

    @Needs(Scope.ERASE)
    @GetMapping
    Page<ErasureView> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        long before = Cursor.number(LIST, cursor, Long.MAX_VALUE);
        return Page.of(erasures.before(before, limit + 1), limit, last -> Cursor.of(LIST, last.number()))
                .map(ErasureView::of);
    }
}
