package io.cupel.app.intake;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request brings to the log.
 *
 * @param writeKey the number of its key
 * @param receivedAt to the millisecond
 * @param ip from where the request came; null where nobody knows
 * @param userAgent of the request, if it told one
 * @param readBy the contract by which the calls were read; null for none
 */
public record Submission(
        int writeKey,
        Origin origin,
        Instant receivedAt,
        @Nullable String ip,
        @Nullable String userAgent,
        List<LiveCall.Accepted> calls,
        List<LiveCall.Refused> refused,
        @Nullable Contract readBy) {
    public Submission {
        calls = List.copyOf(calls);
        refused = List.copyOf(refused);
    }
}
