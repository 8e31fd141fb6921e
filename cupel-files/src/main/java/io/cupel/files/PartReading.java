package io.cupel.files;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Refusal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has parts of calls that stand in tables read by {@link CallReader}, as if they were all of a call. What tells more
 * than the part should, or anything unusual, is left to the reading of whole calls. Not for several threads.
 */
final class PartReading {
    /** What these tell depends on several parts. */
    private static final Set<EventType> LEFT = EnumSet.of(EventType.GROUP, EventType.ALIAS);

    private static final String ANY = "part";
    private static final String RESERVED = "cupel";

    private final Unreadables unreadables = new Unreadables();
    private final CallReader reader;

    PartReading(EventFiles.Setting setting) {
        this.reader = setting.reader(unreadables);
    }

    /** What happened; null where that is not all that the part tells. */
    @Nullable
    Sighting what(Map<String, @Nullable Object> part) {
        Map<String, @Nullable Object> call = new HashMap<>(part);
        call.putAll(PartReader.FRAME);
        if (ReservedCalls.has(call) || ConsentCalls.isReduced(call)) {
            return null;
        }
        Sighting what = read(call);
        Event event = what == null ? null : what.event();
        boolean isOnlyEvent = what != null
                && event != null
                && what.act() == null
                && what.company() == null
                && what.values().isEmpty()
                && !LEFT.contains(event.type())
                && !event.name().toLowerCase(Locale.ROOT).contains(RESERVED);
        return isOnlyEvent ? what : null;
    }

    /**
     * Whom a user id names.
     *
     * @param user empty for none
     * @return null where it cannot be used as it is
     */
    @Nullable
    Sighting who(String user) {
        Map<String, @Nullable Object> call = new HashMap<>(PartReader.FRAME);
        call.put(CallPart.TYPE.written(), "track");
        call.put(CallPart.EVENT.written(), ANY);
        if (!user.isEmpty()) {
            call.put(CallPart.USER_ID.written(), user);
        }
        return read(call);
    }

    private @Nullable Sighting read(Map<String, @Nullable Object> call) {
        long before = unreadables.count();
        try {
            Sighting read = reader.read(call, ANY);
            return unreadables.count() == before ? read : null; // what cannot be read is counted each time
        } catch (Refusal refusal) {
            return null; // reading it in full says why
        }
    }
}
