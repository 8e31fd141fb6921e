package io.cupel.app.identity;

import io.cupel.app.intake.Arrivals;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.LiveCall;
import io.cupel.files.text.Reason;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Erasing and appending lock the same row, so that what is read here holds until the calls are committed. The hashes
 * stay in memory; that there are more of them is seen by the number of the last erasure.
 */
/** Keeps calls out of the log that name somebody who was erased. */
final class Barring implements Arrivals {
    private long last;
    private Set<ByteBuffer> barred = Set.of();
    private @Nullable SaltedHash salted;

    @Override
    public Map<Integer, Reason> barred(Connection connection, List<LiveCall.Accepted> calls) throws SQLException {
        read(connection);
        Map<Integer, Reason> reasons = new HashMap<>();
        if (barred.isEmpty()) {
            return reasons;
        }
        for (int i = 0; i < calls.size(); i++) {
            if (named(calls.get(i)).stream().anyMatch(this::isBarred)) {
                reasons.put(i, Reason.ERASED);
            }
        }
        return reasons;
    }

    @Override
    public Set<Integer> unmentionable(Connection connection, List<String> texts) throws SQLException {
        read(connection);
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < texts.size() && !barred.isEmpty(); i++) {
            if (NamesIn.of(texts.get(i)).stream().anyMatch(this::isBarred)) {
                places.add(i);
            }
        }
        return places;
    }

    private boolean isBarred(String node) {
        return barred.contains(ByteBuffer.wrap(Objects.requireNonNull(salted).of(node)));
    }

    /** All that names somebody, and the device. */
    private static Set<String> named(LiveCall.Accepted call) {
        Sighting sighting = call.sighting();
        Set<String> nodes = new HashSet<>(Traits.addresses(call.text()));
        add(sighting.keys(), nodes);
        if (sighting.act() instanceof Merging merging) {
            add(merging.one(), nodes);
            add(merging.other(), nodes);
        } else if (sighting.act() instanceof Denial denial) {
            nodes.add(denial.visitor());
            nodes.add(denial.address());
        }
        return nodes;
    }

    private static void add(Keys keys, Set<String> nodes) {
        Key.named(keys).forEach(key -> nodes.add(key.node()));
        nodes.addAll(keys.emails());
        nodes.addAll(keys.crm());
        for (String each : new @Nullable String[] {keys.phone(), keys.anonymous(), keys.previous()}) {
            if (each != null) {
                nodes.add(each);
            }
        }
    }

    private void read(Connection connection) throws SQLException {
        String sql = "select coalesce(max(number), 0) from identity.erasure";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) == last) {
                return;
            }
            last = row.getLong(1);
        }
        try (PreparedStatement statement = connection.prepareStatement("select salt from identity.salt");
                ResultSet row = statement.executeQuery()) {
            row.next();
            salted = new SaltedHash(row.getBytes(1));
        }
        Set<ByteBuffer> hashes = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("select hash from identity.barred");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                hashes.add(ByteBuffer.wrap(row.getBytes(1)));
            }
        }
        barred = hashes;
    }
}
