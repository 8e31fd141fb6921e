package io.cupel.cli;

import io.cupel.core.evidence.Key;
import io.cupel.files.ImportFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of the leads of some files: those that are told together are one lead's. */
final class KeyGroups {
    private final Map<String, Node> nodes = new HashMap<>();
    private final List<Node> all = new ArrayList<>();

    /** A key, where it stands first, and which lead of the server has it. */
    static final class Node {
        private final Key key;
        private final String place;
        private Node parent = this;
        private long lead;

        private Node(Key key, String place) {
            this.key = key;
            this.place = place;
        }

        Key key() {
            return key;
        }

        String place() {
            return place;
        }

        /** 0 for none. */
        long lead() {
            return lead;
        }

        void found(long number) {
            lead = number;
        }

        private Node root() {
            Node at = this;
            while (at.parent != at) {
                at.parent = at.parent.parent;
                at = at.parent;
            }
            return at;
        }
    }

    /**
     * Takes the keys that a call tells together.
     *
     * @return those that were not met before
     */
    List<Node> meet(List<Key> keys, ImportFiles.Call call) {
        List<Node> news = new ArrayList<>(0);
        Node first = null;
        for (Key key : keys) {
            Node node = nodes.get(key.node());
            if (node == null) {
                node = new Node(key, call.file().isEmpty() ? "" : call.file() + ":" + call.line());
                nodes.put(key.node(), node);
                all.add(node);
                news.add(node);
            }
            Node root = node.root();
            if (first == null) {
                first = root;
            } else {
                root.parent = first.root();
            }
        }
        return news;
    }

    /** The keys of each lead, in the order in which they were met. */
    Collection<List<Node>> leads() {
        Map<Node, List<Node>> leads = new LinkedHashMap<>();
        all.forEach(node ->
                leads.computeIfAbsent(node.root(), root -> new ArrayList<>(1)).add(node));
        return leads.values();
    }
}
