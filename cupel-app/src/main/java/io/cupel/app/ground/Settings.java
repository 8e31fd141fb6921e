package io.cupel.app.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is set, all of it checked: a flag counts before the environment, that before the file, that before the standard.
 */
public final class Settings {
    /** Begins every variable of ours in the environment. */
    static final String PREFIX = "CUPEL_";

    /** What the launcher and the build say by variables of the same beginning. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("CUPEL_JAVA_OPTIONS", "CUPEL_MAVEN_ARGS", "CUPEL_STDOUT", "CUPEL_STDERR");

    private final Map<String, Object> values;
    private final Map<String, String> written;

    private Settings(Map<String, Object> values, Map<String, String> written) {
        this.values = values;
        this.written = written;
    }

    /**
     * Reads flags, environment and file.
     *
     * @param known every setting there is
     * @param arguments of the command line: {@code --name value} or {@code --name=value}
     * @throws StartFault with a line for each setting that is unknown or has no good value, and the place of it
     */
    public static Settings read(List<Setting<?>> known, List<String> arguments, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, Written> flags = Flags.read(arguments, faults);
        Map<String, Written> variables = variables(environment);
        Map<String, Written> all = new LinkedHashMap<>();
        Written file = flags.containsKey("config") ? flags.get("config") : variables.get("config");
        if (file != null) {
            all.putAll(SettingsFile.read(file.text(), faults));
        }
        Written other = all.remove("config");
        if (other != null) {
            faults.add(other.place() + ": a settings file cannot name another one");
        }
        all.putAll(variables);
        all.putAll(flags);
        all.remove("config");
        return checked(known, all, faults);
    }

    /** What is set. */
    public <T> T get(Setting<T> setting) {
        if (!values.containsKey(setting.name())) {
            throw new IllegalArgumentException("unknown to this server: " + setting.name());
        }
        return setting.reader().apply(written.getOrDefault(setting.name(), setting.standard()));
    }

    /** Whether somebody set it, be it to the standard. */
    public boolean isSet(Setting<?> setting) {
        return written.containsKey(setting.name());
    }

    /** All of them, as {@code cupel.name}. */
    public Map<String, Object> properties() {
        Map<String, Object> all = new TreeMap<>();
        values.forEach((name, value) -> all.put("cupel." + name, value));
        return all;
    }

    private static Settings checked(List<Setting<?>> known, Map<String, Written> all, List<String> faults) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        known.forEach(setting -> {
            Written found = all.get(setting.name());
            if (found != null) {
                written.put(setting.name(), found.text());
            }
            Object value = value(setting, found, faults);
            if (value != null) {
                values.put(setting.name(), value);
            }
        });
        List<String> names = known.stream().map(Setting::name).toList();
        all.forEach((name, found) -> {
            if (!names.contains(name)) {
                faults.add(found.place() + ": there is no setting " + name + nearest(name, names));
            }
        });
        if (!faults.isEmpty()) {
            throw new StartFault(String.join("\n", faults));
        }
        return new Settings(values, written);
    }

    /** The value is not repeated in the fault: it may be a password in the wrong place. */
    private static @Nullable Object value(Setting<?> setting, @Nullable Written found, List<String> faults) {
        try {
            return setting.reader().apply(found == null ? setting.standard() : found.text());
        } catch (IllegalArgumentException e) {
            String place = found == null ? "standard" : found.place();
            faults.add(place + ": " + setting.name() + " takes " + setting.accepts());
            return null;
        }
    }

    private static String nearest(String name, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(other -> Letters.changes(name, other)))
                .filter(other -> Letters.changes(name, other) <= Math.max(2, name.length() / 3))
                .map(other -> "; did you mean " + other + "?")
                .orElse("; docs/settings.md lists them");
    }

    private static Map<String, Written> variables(Map<String, String> environment) {
        Map<String, Written> all = new TreeMap<>();
        environment.forEach((variable, text) -> {
            if (variable.startsWith(PREFIX) && !OF_THE_LAUNCHER.contains(variable)) {
                String name = variable.substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                all.put(name, new Written(text, "environment " + variable));
            }
        });
        return all;
    }

    /**
     * What somebody wrote.
     *
     * @param place where, for messages
     */
    record Written(String text, String place) {}
}
