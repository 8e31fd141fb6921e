package io.cupel.app.ground;

import io.cupel.app.ground.Settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings on the command line. */
final class Flags {
    private Flags() {}

    static Map<String, Written> read(List<String> arguments, List<String> faults) {
        Map<String, Written> all = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--") || argument.length() == 2) {
                // not repeated: it may be the second half of something secret
                faults.add("argument " + (i + 1) + ": settings are written --name value");
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (equals >= 0) {
                all.put(name, new Written(argument.substring(equals + 1), "flag --" + name));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                all.put(name, new Written(arguments.get(++i), "flag --" + name));
            } else {
                faults.add("flag --" + name + ": a value is missing behind it");
            }
        }
        return all;
    }
}
