package io.cupel.files;

import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.MailDomains;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a call says of what a browser claimed: that it is not true, or that it may be, after all. */
final class ClaimWords {
    static final String NAME = "Cupel Claim";

    private static final String DECISION = "decision";
    private static final String VISITOR = "visitor";
    private static final String ADDRESS = "address";
    private static final String UNDO = "undo";
    private static final String BY = "by";

    private ClaimWords() {}

    /** Its properties in normal form. */
    static Map<String, Object> normal(UnaryOperator<String> told) throws Refusal {
        Denial said = read("", 0, told);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(DECISION, said.isRestore() ? "restore" : "undo");
        if (said.isRestore()) {
            properties.put(UNDO, said.undone());
        } else {
            properties.put(VISITOR, said.visitor());
            properties.put(ADDRESS, said.address());
        }
        if (!said.by().isEmpty()) {
            properties.put(BY, said.by());
        }
        return properties;
    }

    /**
     * What a call says.
     *
     * @param told its properties by their names, empty for those that it does not tell
     */
    static Denial read(String id, long at, UnaryOperator<String> told) throws Refusal {
        String by = told.apply(BY);
        if (SalesWords.isRestore(told.apply(DECISION))) {
            return Denial.restore(id, at, expect(told.apply(UNDO), Reason.NO_UNDO), by);
        }
        String visitor = expect(told.apply(VISITOR), Reason.NO_VISITOR);
        String address = MailDomains.normaliseEmail(told.apply(ADDRESS)).orElse("");
        return Denial.of(id, at, visitor, expect(address, Reason.NO_ADDRESS), by);
    }

    private static String expect(String told, Reason otherwise) throws Refusal {
        if (told.isEmpty()) {
            throw new Refusal(otherwise);
        }
        return told;
    }
}
