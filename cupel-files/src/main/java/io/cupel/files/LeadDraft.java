package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Attributes;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Keys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row tells about a lead, before it is known what its company's record tells.
 *
 * @param name by which the row's own events are told apart from other leads'
 * @param company its domain; null where the row does not say it
 * @param companyId of its record; null where the row names none
 * @param merged ids among the keys of records that were merged into this one
 * @param stand where the source says that it stands; null where it says nothing
 */
record LeadDraft(
        String name,
        Keys keys,
        List<String> merged,
        long at,
        String order,
        Map<String, Object> values,
        @Nullable String company,
        @Nullable String companyId,
        List<Event> events,
        List<Act> acts,
        SourceStages.@Nullable Stand stand) {
    LeadDraft {
        // there are as many as rows, and all are kept until the last table is read
        values = Attributes.kept(values);
        events = List.copyOf(events);
        acts = List.copyOf(acts);
    }
}
