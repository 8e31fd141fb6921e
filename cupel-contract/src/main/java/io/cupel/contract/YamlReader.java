package io.cupel.contract;

import io.cupel.contract.Node.Broken;
import io.cupel.contract.Node.Items;
import io.cupel.contract.Node.Mapping;
import io.cupel.contract.Node.Pair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes that know their places. Anchors, aliases, tags and merge keys are faults, and expand nothing.
 */
final class YamlReader {
    private final Iterator<Event> events;
    private final Findings findings;

    private YamlReader(Iterator<Event> events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    /** The one document of the text; null where it cannot be read, which is then among the findings. */
    static @Nullable Node read(String text, Findings findings) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(findings.source().file())
                .setUseMarks(true)
                .setCodePointLimit(Limits.FILE_BYTES_MAX)
                .build();
        try {
            return new YamlReader(new Parse(settings).parseString(text).iterator(), findings).document();
        } catch (ReaderException e) {
            Place place = findings.source().placeOf(text, e.getPosition());
            findings.add(
                    Code.YAML_SYNTAX, place, "a character that YAML does not allow: code point " + e.getCodePoint());
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::place)
                    .orElse(Place.START);
            findings.add(Code.YAML_SYNTAX, place, "not YAML: " + said(e));
        } catch (YamlEngineException e) {
            findings.add(Code.YAML_SYNTAX, Place.START, "not YAML: " + e.getMessage());
        } catch (TooDeep e) {
            findings.add(
                    Code.TOO_DEEP, e.place, "nested deeper than " + Limits.DEPTH_MAX + " levels; a contract needs six");
        }
        return null;
    }

    private static String said(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String context = e.getContext();
        return context == null || context.isEmpty() ? problem : context + ", " + problem;
    }

    private @Nullable Node document() {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentEnd, StreamEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        findings.add(
                                Code.YAML_FEATURE,
                                startOf(event),
                                "a second document begins; a file holds one contract");
                        return root;
                    }
                    root = node(events.next(), 1);
                }
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd ->
                    throw new IllegalStateException("outside of a document: " + event);
            }
        }
        if (root == null) {
            findings.add(Code.YAML_SYNTAX, Place.START, "the file is empty; docs/contract.md shows a contract");
        }
        return root;
    }

    private Node node(Event event, int depth) {
        Place place = startOf(event);
        if (depth > Limits.DEPTH_MAX) {
            throw new TooDeep(place);
        }
        if (event instanceof AliasEvent) {
            findings.add(Code.YAML_FEATURE, place, "an alias (*); write the value out, contracts have no aliases");
            return new Broken(place);
        }
        refuse(event, place);
        if (event instanceof ScalarEvent scalar) {
            int lastLine = event.getEndMark().map(Mark::getLine).orElse(place.line() - 1) + 1;
            return new Scalar(scalar.getValue(), scalar.getScalarStyle(), place, lastLine);
        }
        return event instanceof MappingStartEvent ? mapping(place, depth) : items(place, depth);
    }

    private void refuse(Event event, Place place) {
        Optional<Anchor> anchor = event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        if (anchor.isPresent()) {
            findings.add(Code.YAML_FEATURE, place, "an anchor (&); leave it out, contracts have no aliases");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        if (tag.isPresent()) {
            findings.add(Code.YAML_FEATURE, place, "a tag (!); leave it out, each key knows its type");
        }
    }

    private Items items(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Items(List.copyOf(nodes), place);
    }

    private Mapping mapping(Place place, int depth) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Scalar scalar)) {
                findings.add(Code.YAML_FEATURE, key.place(), "a list or mapping as a key; keys are words");
            } else if (scalar.isPlain() && scalar.value().equals("<<")) {
                findings.add(Code.YAML_FEATURE, key.place(), "a merge key (<<); write the keys out");
            } else if (pairs.containsKey(scalar.value())) {
                findings.add(
                        Code.DUPLICATE_KEY,
                        key.place(),
                        "'" + scalar.value() + "' stands twice in one mapping; keep one");
            } else {
                pairs.put(scalar.value(), new Pair(key.place(), value));
            }
        }
        return new Mapping(pairs, place);
    }

    private static Place startOf(Event event) {
        return event.getStartMark().map(YamlReader::place).orElse(Place.START);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeep(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
