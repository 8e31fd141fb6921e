package io.cupel.app.intake;

import org.jspecify.annotations.Nullable;

/** A request at a door. */
public final class Knock {
    private final @Nullable String word;
    private final @Nullable String type;
    private final byte[] body;
    private final @Nullable String ip;
    private final @Nullable String userAgent;
    private final boolean isPrivate;

    /**
     * What is known of a request.
     *
     * @param word of the key, where it does not stand in the body
     * @param type of the calls, where the address says it
     * @param body unpacked; not to be changed any more
     * @param ip from where it came, as far as that is known
     * @param userAgent as it told
     * @param isPrivate whether it told that Global Privacy Control is set
     */
    public Knock(
            @Nullable String word,
            @Nullable String type,
            byte[] body,
            @Nullable String ip,
            @Nullable String userAgent,
            boolean isPrivate) {
        this.word = word;
        this.type = type;
        this.body = body;
        this.ip = ip;
        this.userAgent = userAgent;
        this.isPrivate = isPrivate;
    }

    @Nullable
    String word() {
        return word;
    }

    @Nullable
    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String ip() {
        return ip;
    }

    @Nullable
    String userAgent() {
        return userAgent;
    }

    boolean isPrivate() {
        return isPrivate;
    }
}
