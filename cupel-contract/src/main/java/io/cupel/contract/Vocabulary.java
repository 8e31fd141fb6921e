package io.cupel.contract;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.BuiltIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that a contract gives itself.
 *
 * @param lists named sets of texts, whole numbers or decimals
 * @param attributes its own ones, by path
 */
record Vocabulary(Map<String, List<Object>> lists, Map<String, AttributeType> attributes, Currency currency) {
    /** Built-in attributes and own ones, by path. */
    Map<String, AttributeType> allAttributes() {
        Map<String, AttributeType> all = new LinkedHashMap<>(BuiltIn.types());
        all.putAll(attributes);
        return all;
    }
}
