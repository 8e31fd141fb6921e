package io.cupel.app.contracts.web;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console, at each start, that nobody signed the contract in force. */
@Component
final class UnsignedNotice {
    private final ContractsInForce contracts;
    private final Clock clock;

    UnsignedNotice(ContractsInForce contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        contracts
                .at(clock.instant())
                .filter(inForce -> !inForce.signed())
                .ifPresent(inForce -> System.out.println(notice(inForce)));
    }

    static String notice(InForce inForce) {
        return """
                Leads are judged by version NUMBER, NAME, which marketing and sales have not both signed.
                docs/api.md, "Contracts", tells how to read it, sign it, or put another one in its place.
                """.replace("NUMBER", Integer.toString(inForce.version()))
                .replace("NAME", inForce.contract().id());
    }
}
