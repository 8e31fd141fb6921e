package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.core.mail.MailHit;
import io.cupel.files.text.Reason;
import org.jspecify.annotations.Nullable;

/** What became of one call of a request. */
public sealed interface LiveCall {
    /** Which call of the request it is, counted from 1. */
    int number();

    /**
     * A call that can be used.
     *
     * @param text as the log keeps it: canonical JSON with {@code type} and {@code messageId}, without
     *     {@code writeKey}, without the address and the agent of the sender
     * @param messageId that it tells, or that is made of its content
     * @param times by which it is found out when it occurred
     * @param sighting what it says by the contract by which it is read; without one its keys and the built-in
     *     attributes
     * @param sender the address and the agent that it tells itself
     * @param mail what it tells of a mail; null where it does not
     */
    record Accepted(
            int number,
            String text,
            String messageId,
            CallTimes times,
            Sighting sighting,
            Sender sender,
            @Nullable MailHit mail)
            implements LiveCall {}

    /** From where a call was sent, as it says itself; both may be null. */
    record Sender(@Nullable String ip, @Nullable String userAgent) {}

    /**
     * A call that cannot be used.
     *
     * @param told the reason as a sentence whose subject is the call; it repeats nothing of the call
     * @param raw the call as it came, at most {@link RequestCalls#RAW_MAX} letters of it
     */
    record Refused(int number, Reason reason, String told, String raw) implements LiveCall {
        /** The same, of whose call nothing is kept. */
        public Refused withoutText() {
            return new Refused(number, reason, told, "");
        }
    }
}
