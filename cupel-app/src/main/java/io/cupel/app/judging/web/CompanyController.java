package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.CompanyRow;
import io.cupel.app.judging.Leads;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.answers.JudgementJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls about companies to which leads belong. */
@RestController
@RequestMapping("/api/companies")
final class CompanyController {
    private static final String LIST = "companies";

    private final Leads leads;

    CompanyController(Leads leads) {
        this.leads = leads;
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        String behind =
                cursor == null ? "" : Cursor.read(LIST, cursor, 1).keys().get(0);
        if (behind.indexOf(0) >= 0) {
            throw new ProblemException(Problem.CURSOR, "take the cursor from next of this list's last answer");
        }
        List<CompanyRow> found = leads.companies(behind, limit + 1);
        return Answers.of(Page.of(found, limit, last -> new Cursor(LIST, List.of(last.domain())))
                .map(CompanyController::row));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{domain}")
    ResponseEntity<byte[]> one(@PathVariable String domain) {
        String key = domain.toLowerCase(Locale.ROOT);
        if (key.indexOf(0) >= 0) {
            throw none();
        }
        return leads.company(key, Page.LIMIT_USUAL)
                .map(company -> Answers.of(whole(company)))
                .orElseThrow(CompanyController::none);
    }

    private static ProblemException none() {
        return new ProblemException(Problem.NOT_FOUND, "no lead belongs to a company of this domain");
    }

    private static Map<String, @Nullable Object> row(CompanyRow row) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("domain", row.domain());
        keys.put("leads", row.leads());
        keys.put("score", row.score());
        keys.put("usage", row.usage());
        return keys;
    }

    private static Map<String, @Nullable Object> whole(Leads.Company company) {
        Map<String, @Nullable Object> keys = row(company.row());
        Map<String, @Nullable Object> stages = new LinkedHashMap<>();
        company.stages().forEach(each -> stages.put(each.stage(), each.leads()));
        keys.put("stages", stages);
        keys.put("profile", JudgementJson.profile(company.known()));
        keys.put("highest", company.leads().stream().map(LeadJson::row).toList());
        return keys;
    }
}
