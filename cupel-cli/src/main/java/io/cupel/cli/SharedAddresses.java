package io.cupel.cli;

import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.answers.JudgementJson;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * E-mail addresses that several leads have, as that of a task, info@, may be: a row that a CRM matches by it would put
 * one lead's score on the record of another. Safe for several threads.
 */
final class SharedAddresses {
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    /** Takes in the address of a lead, listed or not; they are normalised where they are read. */
    void meet(Judgement judgement) {
        String email = JudgementJson.email(judgement);
        if (email != null && !met.add(email)) {
            shared.add(email);
        }
    }

    /** Leads of which each knows whether another lead has its address; after all were met. */
    List<CrmRows.Lead> mark(List<CrmRows.Lead> leads) {
        return shared.isEmpty()
                ? leads
                : leads.stream()
                        .map(lead -> lead.shared(shared.contains(lead.email())))
                        .toList();
    }
}
