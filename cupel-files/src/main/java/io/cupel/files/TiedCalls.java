package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.text.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A second reading, for the copies of one id and one time that differ: the least by its content counts. */
final class TiedCalls {
    private record Copy(Sighting call, String content) {}

    private final EventFiles.Setting setting;
    private final Set<String> tied;
    private final Map<String, Copy> least = new HashMap<>();

    TiedCalls(EventFiles.Setting setting, Set<String> tied) {
        this.setting = setting;
        this.tied = tied;
    }

    /** What one thread needs to look for them in logs. */
    ChunkCrew.Reader reader() {
        return new ChunkLines(new JsonTree(), new Search(), new Unreadables())::read;
    }

    /** Looks for them in tables. */
    CallVisitor visitor() {
        return new Search()::call;
    }

    private final class Search implements ChunkLines.Taker {
        /** What cannot be read was counted before. */
        private final CallReader reader = setting.reader(new Unreadables());

        private final PlainNodes nodes = new PlainNodes();
        private final boolean[] areOthers = new boolean[PlainCalls.AHEAD];

        @Override
        public void glance(int place, byte[] bytes, int from, int until) {
            areOthers[place] = nodes.read(bytes, from, until, CallReader.ENVELOPE_NAMES)
                    && nodes.isPlainId(nodes.messageId())
                    && !tied.contains(nodes.text(nodes.messageId()));
        }

        @Override
        public void approach(int count) {}

        @Override
        public boolean take(int place) {
            return areOthers[place];
        }

        @Override
        public @Nullable Act call(Map<String, @Nullable Object> told) throws Refusal {
            String id = CallReader.messageId(told);
            if (id != null && tied.contains(id)) {
                Map<String, @Nullable Object> call = reader.admitted(told);
                keep(new Copy(reader.read(call, id), CallReader.content(call)));
            }
            return null;
        }
    }

    private synchronized void keep(Copy copy) {
        least.merge(copy.call().order(), copy, (a, b) -> isLess(b, a) ? b : a);
    }

    private static boolean isLess(Copy a, Copy b) {
        int byTime = Long.compare(a.call().at(), b.call().at());
        return (byTime != 0 ? byTime : CodePointOrder.INSTANCE.compare(a.content(), b.content())) < 0;
    }

    /** Adds the calls that count. */
    void addTo(CallLog log) {
        Feeder feeder = log.feeder();
        least.values().forEach(copy -> log.add(feeder, copy.call(), 0));
        feeder.flush();
    }
}
