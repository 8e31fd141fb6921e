package io.cupel.app;

import io.cupel.app.ground.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code ./cupel serve --help} prints. */
final class ServeHelp {
    private static final String HEAD = """
            Use: ./cupel serve [--NAME VALUE]...

            Runs the server until Ctrl-C or SIGTERM. The line Ready tells its address; /health tells whether it is well.
            Each setting may also stand in the environment (CUPEL_NAME) or in the file of --config.
            docs/settings.md tells more about each.

              --config
                  a file of settings in YAML
            """;

    private ServeHelp() {}

    static String text(List<Setting<?>> settings) {
        return HEAD + settings.stream().map(ServeHelp::lines).collect(Collectors.joining());
    }

    private static String lines(Setting<?> setting) {
        String standard = setting.standard().isEmpty() ? "" : "; without it " + setting.standard();
        return "  --" + setting.name() + "\n      " + setting.accepts() + standard + "\n";
    }
}
