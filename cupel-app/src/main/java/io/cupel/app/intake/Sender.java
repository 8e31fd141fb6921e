package io.cupel.app.intake;

import io.cupel.core.evidence.Consenting;
import io.cupel.files.LiveCall;
import org.jspecify.annotations.Nullable;

/**
 * From where a call was sent: as far as a server says it for somebody else, that; else what the request itself shows.
 */
record Sender(@Nullable String ip, @Nullable String userAgent) {
    /** Letters of an address: the longest of IPv6 with a zone. */
    private static final int IP_MAX = 64;

    private static final int AGENT_MAX = 512;

    /** Of a call that tells of consent and of nothing else neither is kept. */
    static Sender of(LiveCall.Accepted call, Submission submission) {
        if (call.sighting().act() instanceof Consenting) {
            return new Sender(null, null);
        }
        String ip = call.sender().ip() == null ? submission.ip() : call.sender().ip();
        String agent = call.sender().userAgent() == null
                ? submission.userAgent()
                : call.sender().userAgent();
        return new Sender(cut(ip, IP_MAX), cut(agent, AGENT_MAX));
    }

    boolean isUnknown() {
        return ip == null && userAgent == null;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String whole = text.replace('\u0000', '\ufffd');
        int until = Math.min(whole.length(), most);
        boolean isHalf = until < whole.length() && Character.isHighSurrogate(whole.charAt(until - 1));
        return whole.substring(0, isHalf ? until - 1 : until);
    }
}
