package io.cupel.core.evidence;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing was filed. */
final class NoArchive implements Archive {
    @Override
    public List<Denial> denials() {
        return List.of();
    }

    @Override
    public List<FiledMerge> merges() {
        return List.of();
    }

    @Override
    public @Nullable FiledMerge merge(long number) {
        return null;
    }

    @Override
    public @Nullable FiledLead leadOf(String node) {
        return null;
    }

    @Override
    public @Nullable FiledLead lead(long number) {
        return null;
    }

    @Override
    public List<FiledLead> leads(Collection<Long> numbers) {
        return List.of();
    }

    @Override
    public @Nullable FiledDevice device(String anonymous) {
        return null;
    }

    @Override
    public List<String> devicesOf(Collection<String> nodes) {
        return List.of();
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects) {
        return List.of();
    }

    @Override
    public List<FiledEntry> entries(Collection<Long> subjects, long behind) {
        return List.of();
    }

    @Override
    public List<FiledEntry> about(String company) {
        return List.of();
    }

    @Override
    public List<Long> members(String company) {
        return List.of();
    }

    @Override
    public List<String> aliases(String previous) {
        return List.of();
    }
}
