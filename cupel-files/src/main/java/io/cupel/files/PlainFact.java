package io.cupel.files;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where in a call {@link EventFacts} takes one fact of an event: the bytes that stand there decide what it is. */
final class PlainFact {
    private static final String PROPERTIES = "properties";
    private static final String CAMPAIGN = "campaign";

    /** The ways to values, of which the first that is a text with letters counts; else all of them. */
    private final List<long[]> ways;

    private final boolean isText;

    private PlainFact(boolean isText, List<long[]> ways) {
        this.isText = isText;
        this.ways = ways;
    }

    /** Null for a path of which nothing is known here. */
    static @Nullable PlainFact of(String path) {
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        String rest = path.substring(dot + 1);
        return switch (root) {
            case "path" ->
                new PlainFact(
                        true,
                        List.of(
                                way(PROPERTIES, "path"),
                                way("context", "page", "path"),
                                way(PROPERTIES, "url"),
                                way("context", "page", "url")));
            case "url" -> new PlainFact(true, List.of(way(PROPERTIES, "url"), way("context", "page", "url")));
            case PROPERTIES -> {
                String first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
                yield dot < 0
                        ? new PlainFact(false, List.of(way(PROPERTIES)))
                        : new PlainFact(false, List.of(way(PROPERTIES, rest), way(PROPERTIES, first)));
            }
            case CAMPAIGN ->
                new PlainFact(false, List.of(dot < 0 ? way("context", CAMPAIGN) : way("context", CAMPAIGN, rest)));
            default -> null;
        };
    }

    private static long[] way(String... names) {
        return Arrays.stream(names).mapToLong(JsonScan::name).toArray();
    }

    /** Adds what decides about the fact; false where that cannot be told so simply. */
    boolean add(PlainNodes nodes, KeyBytes key) {
        for (int i = 0; i < ways.size(); i++) {
            int node = node(nodes, ways.get(i));
            if (!isText) {
                key.add(nodes.scan, nodes.bytes, node);
            } else if (nodes.scan.isText(node) && nodes.length(node) > 0) {
                key.add(i).add(nodes.scan, nodes.bytes, node);
                return nodes.hasLetters(node);
            }
        }
        return true;
    }

    private static int node(PlainNodes nodes, long[] way) {
        int node = JsonScan.ROOT;
        for (long name : way) {
            node = nodes.scan.member(node, name);
        }
        return node;
    }
}
