package io.cupel.app.contracts;

import io.cupel.app.ground.Settings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes steps in the lives of contracts one after the other, each in a transaction of its own. */
@Component
final class Shell {
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final DeskTable desk;
    private final boolean onePerson;

    Shell(
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            DeskTable desk,
            Settings settings) {
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
        this.desk = desk;
        this.onePerson = settings.get(ContractSettings.ONE_PERSON).equals("yes");
    }

    /** A step at an instant. */
    interface Step {
        void at(Instant now);
    }

    /** The instant is read when the steps before have ended, so that instants rise with steps. */
    void step(Step step) {
        transaction.executeWithoutResult(status -> {
            desk.hold();
            step.at(clock.instant());
        });
    }

    /** Tells it inside the transaction. */
    void tell(Object event) {
        events.publishEvent(event);
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether one person may sign for both sides. */
    boolean onePerson() {
        return onePerson;
    }
}
