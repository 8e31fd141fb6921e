package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what browsers say of who a lead is. Done once. */
final class ClaimedOf {
    private final Person lead;
    private final Map<Denials.Claim, Found> users = new LinkedHashMap<>();
    private final Map<Denials.Claim, Found> devices = new LinkedHashMap<>();

    private static final class Found {
        private long since = Long.MAX_VALUE;
        private final Set<String> events = new HashSet<>();

        void add(Sighting call) {
            since = Math.min(since, call.at());
            if (call.event() != null) {
                events.add(call.event().id());
            }
        }

        Claimed claimed(Denials.Claim claim, boolean isUser) {
            return new Claimed(claim.visitor(), isUser, claim.address(), since, events.size());
        }
    }

    /** @param lead with all its entries */
    ClaimedOf(Person lead) {
        this.lead = lead;
    }

    List<Claimed> all() {
        for (Enrolment entry : lead.entries) {
            Keys keys = entry.sighting.keys();
            String address = Denials.claimed(keys);
            if (address != null) {
                found(users, keys.userName(), address, entry.sighting);
                found(devices, keys.anonymous(), address, entry.sighting);
                found(devices, keys.previous(), address, entry.sighting);
            }
        }
        addOwn();
        List<Claimed> all = new ArrayList<>();
        users.forEach((claim, found) -> all.add(found.claimed(claim, true)));
        devices.forEach((claim, found) -> all.add(found.claimed(claim, false)));
        all.sort(Comparator.comparingLong(Claimed::since)
                .thenComparing(Claimed::visitor, CodePointOrder.INSTANCE)
                .thenComparing(Claimed::address, CodePointOrder.INSTANCE));
        return all;
    }

    private static void found(
            Map<Denials.Claim, Found> among, @Nullable String visitor, String address, Sighting call) {
        if (visitor != null) {
            among.computeIfAbsent(new Denials.Claim(visitor, address), each -> new Found())
                    .add(call);
        }
    }

    /** What they did under their own names, and is the lead's by a claim. */
    private void addOwn() {
        for (KnownKey key : lead.keys) {
            for (Enrolment entry : key.claimedSince == null ? List.<Enrolment>of() : lead.entries) {
                if (entry.subject == key.number) {
                    add(users, key.node, entry.sighting);
                }
            }
        }
        for (Device device : lead.devices) {
            for (Enrolment entry : device.entries()) {
                if (device.owner(entry.sighting.at()) == lead) {
                    add(devices, device.anonymous, entry.sighting);
                }
            }
        }
    }

    private static void add(Map<Denials.Claim, Found> among, String visitor, Sighting call) {
        among.forEach((claim, found) -> {
            if (claim.visitor().equals(visitor) && call.event() != null) {
                found.events.add(call.event().id());
            }
        });
    }
}
