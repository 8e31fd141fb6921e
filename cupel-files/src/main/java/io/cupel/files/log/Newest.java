package io.cupel.files.log;

import io.cupel.core.evidence.Told;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * When the newest of some facts happened, as seen from the present.
 *
 * @param millis of the newest not later than the present; {@link Told#BEFORE_ALL} where there is none
 * @param later how many are later than the present
 */
public record Newest(long millis, long later) {
    /** Of times in milliseconds since 1970 UTC. */
    public static Newest of(LongStream times, long now) {
        return times.mapToObj(at -> at > now ? new Newest(Told.BEFORE_ALL, 1) : new Newest(at, 0))
                .reduce(new Newest(Told.BEFORE_ALL, 0), Newest::and);
    }

    /** Of all facts of several parts. */
    static Newest of(Collection<Partition> parts, long now, Numbered<Word> words) {
        return parts.parallelStream()
                .map(each -> each.newest(now, words))
                .reduce(new Newest(Told.BEFORE_ALL, 0), Newest::and);
    }

    /** Of these facts and others. */
    public Newest and(Newest others) {
        return new Newest(Math.max(millis, others.millis), later + others.later);
    }

    /** When that was; empty where there is none, or where it is told without a date. */
    public OptionalLong at() {
        return millis == Told.BEFORE_ALL ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
