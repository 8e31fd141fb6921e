package io.cupel.app.people.web;

import io.cupel.app.people.FirstAdministrator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the one-time token on the console at a start without an administrator, and nowhere else: not in the log. */
@Component
final class SetupNotice {
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
        first.oneTimeToken().ifPresent(token -> System.out.println(notice(token, port)));
    }

    static String notice(String token, int port) {
        return """

                There is no administrator yet. Make the first one within an hour; this token works once:

                  curl -s http://127.0.0.1:PORT/api/setup -H 'Content-Type: application/json' \\
                    -d '{"token": "TOKEN", "name": "YOUR NAME"}'
                """.replace("PORT", Integer.toString(port)).replace("TOKEN", token);
    }
}
