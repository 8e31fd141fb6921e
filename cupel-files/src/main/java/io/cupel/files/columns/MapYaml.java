package io.cupel.files.columns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the YAML of a mapping file: mappings of texts, two levels deep, without anchors, aliases and tags. */
final class MapYaml {
    static final int FILE_MAX = 1 << 20;

    private static final int DEPTH_MAX = 3;

    private final String file;
    private final Iterator<Event> events;
    private final List<String> faults = new ArrayList<>();

    private MapYaml(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** The mapping that the text is. */
    static MapNode read(String file, String text) throws MapFault {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(FILE_MAX)
                .build();
        try {
            MapYaml yaml =
                    new MapYaml(file, new Parse(settings).parseString(text).iterator());
            MapNode root = yaml.document();
            if (!yaml.faults.isEmpty()) {
                throw new MapFault(yaml.faults);
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            String place = mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
            throw new MapFault(List.of(place + ": not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            throw new MapFault(List.of(file + ": not YAML: " + e.getMessage()));
        }
    }

    private MapNode document() throws MapFault {
        MapNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (root != null) {
                    fault(event, "a second document begins; a file holds one mapping");
                    break;
                }
                root = node(events.next(), 1);
            }
        }
        if (root == null || !root.isMapping()) {
            throw new MapFault(List.of(file + ":1:1: not a mapping file: it begins with lines such as 'kind: leads' and"
                    + " 'columns:'; cupel map proposes one"));
        }
        return root;
    }

    private MapNode node(Event event, int depth) {
        Mark mark = mark(event);
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        refuse(event);
        if (event instanceof ScalarEvent scalar) {
            return new MapNode(scalar.getValue(), Map.of(), false, line, column);
        }
        if (event instanceof MappingStartEvent) {
            return new MapNode("", entries(depth), true, line, column);
        }
        if (event.getEventId() == Event.ID.SequenceStart) {
            fault(event, "a list; a mapping file has none");
            skip();
        }
        return new MapNode("", Map.of(), false, line, column);
    }

    private Map<String, MapNode> entries(int depth) {
        Map<String, MapNode> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            MapNode key = node(event, depth + 1);
            Event told = events.next();
            if (depth >= DEPTH_MAX && told instanceof CollectionStartEvent) {
                fault(told, "is nested too deep");
                skip();
                continue;
            }
            MapNode value = node(told, depth + 1);
            if (entries.putIfAbsent(key.text(), value) != null) {
                fault(event, "'" + ShownName.of(key.text()) + "' stands twice; keep one");
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** Passes over the rest of a collection. */
    private void skip() {
        int open = 1;
        while (open > 0) {
            Event.ID id = events.next().getEventId();
            boolean isStart = id == Event.ID.SequenceStart || id == Event.ID.MappingStart;
            boolean isEnd = id == Event.ID.SequenceEnd || id == Event.ID.MappingEnd;
            open += isStart ? 1 : isEnd ? -1 : 0;
        }
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent) {
            fault(event, "an alias (*); write the value out");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            fault(event, "an anchor (&); leave it out");
        }
        boolean hasTag = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
        if (hasTag) {
            fault(event, "a tag (!); leave it out");
        }
    }

    private void fault(Event event, String what) {
        Mark mark = mark(event);
        String place = mark == null ? "" : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
        faults.add(file + place + ": " + what);
    }

    private static @Nullable Mark mark(Event event) {
        return event.getStartMark().orElse(null);
    }
}
