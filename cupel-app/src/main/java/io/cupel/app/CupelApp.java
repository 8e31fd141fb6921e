package io.cupel.app;

import io.cupel.app.backup.BackupCommand;
import io.cupel.app.contracts.ContractSettings;
import io.cupel.app.ground.GroundSettings;
import io.cupel.app.ground.Setting;
import io.cupel.app.ground.Settings;
import io.cupel.app.ground.StartFault;
import io.cupel.app.intake.IntakeSettings;
import io.cupel.app.intake.WriteKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The server. */
@SpringBootApplication(proxyBeanMethods = false)
public class CupelApp {
    /** Every setting of every package; the file, the environment and the command line know no other. */
    public static List<Setting<?>> settings() {
        return Stream.of(GroundSettings.all(), IntakeSettings.all(), ContractSettings.all())
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }

    /** Starts the server; ends with 1 and a sentence where it cannot. */
    public static void main(String[] arguments) {
        if (BackupCommand.isMeant(List.of(arguments))) {
            BackupCommand command = new BackupCommand(System.out, System.err, Clock.systemUTC());
            System.exit(command.run(settings(), List.of(arguments), System.getenv()));
        }
        if (List.of(arguments).contains("--help")) {
            System.out.print(ServeHelp.text(settings()));
            return;
        }
        try {
            ConfigurableApplicationContext running = start(List.of(arguments), System.getenv());
            Logger log = LoggerFactory.getLogger(CupelApp.class);
            ListeningAddress address = ListeningAddress.of(running);
            address.warning().ifPresent(log::warn);
            FirstKeys.tell(running.getBean(WriteKeys.class), log::info);
            log.info("Ready        {}", address.url());
        } catch (RuntimeException e) {
            if (!StartFault.tell(e, System.err)) {
                throw e;
            }
            System.exit(1);
        }
    }

    /**
     * Starts the server and comes back when it answers.
     *
     * @param arguments of the command line
     * @param environment the variables of it
     * @throws RuntimeException with a {@link StartFault} as it or as a cause, where the one who starts can help
     */
    static ConfigurableApplicationContext start(List<String> arguments, Map<String, String> environment) {
        Settings settings = Settings.read(settings(), arguments, environment);
        SpringApplication application = new SpringApplication(CupelApp.class);
        application.setAddCommandLineProperties(false);
        application.addInitializers(context -> {
            MapPropertySource properties = new MapPropertySource("cupel", GroundSettings.properties(settings));
            context.getEnvironment().getPropertySources().addFirst(properties);
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings);
        });
        // what logs look like is decided before there is a context
        application.setDefaultProperties(GroundSettings.properties(settings));
        application.addListeners((ContextClosedEvent closed) ->
                LoggerFactory.getLogger(CupelApp.class).info("Stopping     requests under way have 30 s to end"));
        return application.run();
    }
}
