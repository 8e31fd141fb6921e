package io.cupel.cli;

import io.cupel.core.evidence.Key;
import io.cupel.files.ImportFiles;
import io.cupel.files.JsonAnswer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an import would come to, before anything is written. The server is asked by hashes alone, so that nothing
 * personal leaves the machine. It remembers which calls the server has, for the import to pass over.
 */
final class ImportPreview {
    /** Calls of which is asked at once. */
    static final int BLOCK = 5_000;
    /** Keys that are asked for at once; the server takes 10,000. */
    private static final int KEYS_MAX = 5_000;

    static final int EXAMPLES_MAX = 5;

    private final ImportServer server;
    private final KeyGroups groups = new KeyGroups();
    private final List<String> messages = new ArrayList<>(BLOCK);
    private final List<KeyGroups.Node> asked = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final List<Long> marks = new ArrayList<>();
    private long mark;
    private int calls;
    private long unnamed;

    ImportPreview(ImportServer server) {
        this.server = server;
    }

    /**
     * How leads of the files and of the server go together.
     *
     * @param fresh leads that the server has none of
     * @param matched leads that are one of the server's
     * @param by of these, how many share a key of that kind with it
     * @param joining leads that share keys with several of the server's, which would become one
     * @param examples of those that match, with the place where they stand first
     */
    record Leads(long fresh, long matched, Map<Key.Kind, Long> by, long joining, List<Example> examples) {}

    /** A lead of the files that shares keys with one or more of the server's. */
    record Example(String place, String key, List<Long> leads, Key.Kind by) {}

    /** Takes the next call. */
    void take(ImportFiles.Call call) {
        String hash = Sha.of(call.messageId());
        messages.add(hash);
        mark = mark(mark, hash);
        List<Key> keys = Key.of(call.keys());
        if (keys.isEmpty()) {
            unnamed++;
        } else {
            asked.addAll(groups.meet(keys, call));
        }
        calls++;
        if (messages.size() == BLOCK) {
            ask();
        }
        if (asked.size() >= KEYS_MAX) {
            askForKeys();
        }
    }

    /** Goes on with the fingerprint of a block. */
    static long mark(long before, String hash) {
        return before * 31 + hash.hashCode();
    }

    void finish() {
        if (!messages.isEmpty()) {
            ask();
        }
        askForKeys();
    }

    private void ask() {
        List<?> found = server.matches(List.of(), messages).list("known");
        int first = calls - messages.size();
        for (int i = 0; i < found.size() && i < messages.size(); i++) {
            known.set(first + i, Boolean.TRUE.equals(found.get(i)));
        }
        marks.add(mark);
        mark = 0;
        messages.clear();
    }

    private void askForKeys() {
        while (!asked.isEmpty()) {
            List<KeyGroups.Node> some = asked.subList(0, Math.min(KEYS_MAX, asked.size()));
            JsonAnswer answer = server.matches(
                    some.stream().map(node -> Sha.of(node.key().node())).toList(), List.of());
            List<?> leads = answer.list("leads");
            for (int i = 0; i < leads.size() && i < some.size(); i++) {
                some.get(i).found(leads.get(i) instanceof Long lead ? lead : 0);
            }
            some.clear();
        }
    }

    /** How many calls there are. */
    long calls() {
        return calls;
    }

    /** How many of them the log has. */
    long known() {
        return known.cardinality();
    }

    /** How many name only a browser or device, or nobody. */
    long unnamed() {
        return unnamed;
    }

    /** Whether a block of calls is the one that was seen at this place before. */
    boolean isSame(int block, long itsMark) {
        return block < marks.size() && marks.get(block) == itsMark;
    }

    /** Whether the log had a call of these files. */
    boolean isKnown(int number) {
        return known.get(number);
    }

    Leads leads() {
        long fresh = 0;
        long matched = 0;
        long joining = 0;
        Map<Key.Kind, Long> by = new EnumMap<>(Key.Kind.class);
        List<Example> examples = new ArrayList<>();
        List<Example> joins = new ArrayList<>();
        for (List<KeyGroups.Node> lead : groups.leads()) {
            TreeSet<Long> found = new TreeSet<>();
            Map<Key.Kind, KeyGroups.Node> kinds = new TreeMap<>();
            for (KeyGroups.Node node : lead) {
                if (node.lead() != 0) {
                    found.add(node.lead());
                    kinds.putIfAbsent(node.key().kind(), node);
                }
            }
            fresh += found.isEmpty() ? 1 : 0;
            matched += found.size() == 1 ? 1 : 0;
            joining += found.size() > 1 ? 1 : 0;
            if (found.size() == 1) {
                kinds.keySet().forEach(kind -> by.merge(kind, 1L, Long::sum));
            }
            List<Example> to = found.size() > 1 ? joins : examples;
            if (!found.isEmpty() && to.size() < EXAMPLES_MAX) {
                Map.Entry<Key.Kind, KeyGroups.Node> first =
                        kinds.entrySet().iterator().next();
                KeyGroups.Node node = first.getValue();
                to.add(new Example(node.place(), node.key().text(), List.copyOf(found), first.getKey()));
            }
        }
        joins.addAll(examples);
        return new Leads(fresh, matched, by, joining, joins.subList(0, Math.min(EXAMPLES_MAX, joins.size())));
    }
}
