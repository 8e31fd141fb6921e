package io.cupel.app.contracts.web;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at each start by which contract leads are judged, where not both sides signed it. */
@Component
final class UnsignedNotice {
    private static final Logger LOG = LoggerFactory.getLogger(UnsignedNotice.class);

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
                .ifPresent(inForce -> LOG.info("{}", notice(inForce)));
    }

    static String notice(InForce inForce) {
        return "Contract     version " + inForce.version() + ", "
                + inForce.contract().id() + ", not signed by both sides; docs/api.md, \"Contracts\", tells what to do";
    }
}
