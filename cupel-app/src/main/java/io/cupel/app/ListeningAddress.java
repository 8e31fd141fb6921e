package io.cupel.app;

import io.cupel.app.ground.GroundSettings;
import io.cupel.app.ground.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Where the server listens.
 *
 * @param host as set
 * @param port the true one, also where 0 was set
 */
record ListeningAddress(String host, int port, boolean secure) {
    static ListeningAddress of(ConfigurableApplicationContext running) {
        Settings settings = running.getBean(Settings.class);
        int port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new ListeningAddress(settings.get(GroundSettings.HOST), port, GroundSettings.secure(settings));
    }

    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + name + ":" + port;
    }

    /** Where keys and persons would pass over a network for everybody to read. */
    Optional<String> warning() {
        if (secure || isLoopback()) {
            return Optional.empty();
        }
        return Optional.of("Cupel listens beyond this machine (host " + host + ") without TLS: keys and personal data"
                + " can be read on the way. Set tls-certificate and tls-key, or let a proxy with TLS stand in front");
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
