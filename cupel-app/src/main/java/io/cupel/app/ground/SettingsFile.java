package io.cupel.app.ground;

import io.cupel.app.ground.Settings.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Settings in a YAML file: a name and a value on each line, with {@code cupel:} around them or not. */
final class SettingsFile {
    /** More than a settings file can need. */
    private static final long BYTES_MAX = 256 * 1024;

    private final String name;
    private final List<String> faults;
    private final Map<String, Written> found = new LinkedHashMap<>();

    private SettingsFile(String name, List<String> faults) {
        this.name = name;
        this.faults = faults;
    }

    static Map<String, Written> read(String name, List<String> faults) {
        SettingsFile file = new SettingsFile(name, faults);
        try {
            file.read(Path.of(name));
        } catch (IOException e) {
            faults.add(
                    name + ": the settings file cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (YamlEngineException e) {
            // the parser's words quote the line, which may be a password
            faults.add(name + ": this is not YAML");
        }
        return file.found;
    }

    private void read(Path path) throws IOException {
        if (Files.size(path) > BYTES_MAX) {
            faults.add(name + ": the settings file is larger than 256 KiB");
            return;
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setLabel(name)
                .build();
        Optional<Node> root = new Compose(settings).composeString(Files.readString(path, StandardCharsets.UTF_8));
        root.ifPresent(this::readMapping);
    }

    private void readMapping(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(place(node) + ": settings are written name: value");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.equals("cupel")) {
                readMapping(tuple.getValueNode());
            } else if (tuple.getValueNode() instanceof ScalarNode value) {
                String setting = key.startsWith("cupel.") ? key.substring("cupel.".length()) : key;
                if (found.put(setting, new Written(value.getValue(), place(tuple.getKeyNode()))) != null) {
                    faults.add(place(tuple.getKeyNode()) + ": " + setting + " is set twice");
                }
            } else {
                faults.add(place(tuple.getKeyNode()) + ": " + key + " takes one value, not a list or a group");
            }
        }
    }

    private String place(Node node) {
        return name
                + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }
}
