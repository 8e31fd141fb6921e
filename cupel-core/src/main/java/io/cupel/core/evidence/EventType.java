package io.cupel.core.evidence;

import java.util.Map;
import java.util.Optional;

/** What kind of thing a lead did. Identify, group and alias tell attributes or identity and match no signal. */
public enum EventType {
    PAGE("page"),
    SCREEN("screen"),
    TRACK("track"),
    EMAIL_DELIVERED("email delivered"),
    EMAIL_OPENED("email opened"),
    EMAIL_CLICKED("email clicked"),
    EMAIL_REPLIED("email replied"),
    EMAIL_BOUNCED("email bounced"),
    EMAIL_UNSUBSCRIBED("email unsubscribed"),
    EMAIL_COMPLAINED("email complained"),
    IDENTIFY("identify"),
    GROUP("group"),
    ALIAS("alias");

    /** The track names of the Segment protocol's e-mail specification that mean e-mail events. */
    private static final Map<String, EventType> MAIL_NAMES = Map.of(
            "Email Delivered", EMAIL_DELIVERED,
            "Email Opened", EMAIL_OPENED,
            "Email Link Clicked", EMAIL_CLICKED,
            "Email Replied", EMAIL_REPLIED,
            "Email Bounced", EMAIL_BOUNCED,
            "Unsubscribed", EMAIL_UNSUBSCRIBED,
            "Email Unsubscribed", EMAIL_UNSUBSCRIBED,
            "Email Marked as Spam", EMAIL_COMPLAINED);

    private final String written;

    EventType(String written) {
        this.written = written;
    }

    /** As contracts write it after {@code on:}, and the value of {@code event.type}. */
    public String written() {
        return written;
    }

    /** Whether a contract's signal may be on it. */
    public boolean isSignal() {
        return switch (this) {
            case IDENTIFY, GROUP, ALIAS -> false;
            case PAGE,
                    SCREEN,
                    TRACK,
                    EMAIL_DELIVERED,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    EMAIL_REPLIED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_COMPLAINED -> true;
        };
    }

    /** The e-mail event that a track call of this name means, if it means one. */
    public static Optional<EventType> ofMailName(String trackName) {
        return Optional.ofNullable(MAIL_NAMES.get(trackName));
    }
}
