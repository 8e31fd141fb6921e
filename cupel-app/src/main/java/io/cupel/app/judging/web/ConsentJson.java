package io.cupel.app.judging.web;

import io.cupel.core.consent.ConsentRecord;
import io.cupel.core.consent.ConsentRecord.Step;
import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Told;
import io.cupel.files.answers.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody agreed to, as answers write it. */
final class ConsentJson {
    /** Words of a history, the newest; all of them stand in the log. */
    static final int HISTORY_MAX = 1_000;

    private ConsentJson() {}

    /**
     * What holds at an instant, and how it came to that.
     *
     * @param at in milliseconds since 1970 UTC
     */
    static Map<String, @Nullable Object> of(ConsentRecord record, long at) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("as_of", Json.instant(at));
        answer.put(
                "consents",
                Arrays.stream(Purpose.values())
                        .map(purpose -> holding(purpose, record.at(purpose, at).orElse(null)))
                        .toList());
        answer.put("history", history(record, at));
        return answer;
    }

    private static Map<String, @Nullable Object> holding(Purpose purpose, @Nullable ConsentWord word) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("purpose", purpose.written());
        keys.put("consent", word == null ? "unknown" : word.said().isGiven() ? "given" : "withheld");
        keys.put("since", word == null ? null : instant(word.at()));
        tell(word, keys);
        return keys;
    }

    private static void tell(@Nullable ConsentWord word, Map<String, @Nullable Object> keys) {
        Said said = word == null ? null : word.said();
        String by = word == null ? "" : word.teller().name();
        keys.put(
                "basis",
                said == null || said.basis() == null ? null : said.basis().written());
        keys.put("told_by", word == null ? null : word.teller().written());
        keys.put("by", by.isEmpty() ? null : by);
        keys.put("means", said == null ? null : said.means().written());
        keys.put("words", said == null || said.evidence().isEmpty() ? null : said.evidence());
        keys.put("message_id", word == null || word.fromRow() ? null : word.order());
    }

    /** The newest first. */
    private static List<Map<String, @Nullable Object>> history(ConsentRecord record, long at) {
        List<Step> steps = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            record.steps(purpose).stream().filter(step -> step.from() <= at).forEach(steps::add);
        }
        steps.sort(Comparator.comparingLong(Step::from).reversed()); // of one instant in the order of the purposes
        return steps.stream().limit(HISTORY_MAX).map(ConsentJson::step).toList();
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("from", instant(step.from()));
        keys.putAll(holding(step.word().said().purpose(), step.word()));
        return keys;
    }

    private static @Nullable String instant(long at) {
        return at == Told.BEFORE_ALL ? null : Json.instant(at);
    }
}
