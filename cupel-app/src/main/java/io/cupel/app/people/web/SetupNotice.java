package io.cupel.app.people.web;

import io.cupel.app.people.FirstAdministrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the one-time token at a start without an administrator, in a line such as the log has, and nowhere else. */
@Component
final class SetupNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SetupNotice.class);

    private final FirstAdministrator first;
    private int port;

    SetupNotice(FirstAdministrator first) {
        this.first = first;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        port = started.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        first.oneTimeToken().ifPresent(token -> LOG.info("{}", notice(token, port)));
    }

    static String notice(String token, int port) {
        String address = "http://127.0.0.1:" + port + "/api/setup";
        String body = "{\"token\": \"" + token + "\", \"name\": \"YOUR NAME\"}";
        return "First admin  curl -s " + address + " -H 'Content-Type: application/json' -d '" + body
                + "'  # works once, within an hour";
    }
}
