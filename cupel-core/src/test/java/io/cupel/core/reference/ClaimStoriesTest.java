package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims of browsers that aliases and other claims meet: the register knows what reading all again finds. */
class ClaimStoriesTest {
    private final Register register = new Register();
    private final List<Sighting> log = new ArrayList<>();

    private void says(Origin origin, @Nullable String user, @Nullable String mail, @Nullable String previous) {
        long at = 1_772_000_000_000L + log.size() * 1_000L;
        Event page = new Event("m" + log.size(), at, EventType.PAGE, "", Map.of());
        Keys keys = new Keys(user, mail == null ? List.of() : List.of(mail), null, null, previous).by(origin);
        Sighting sighting = Sighting.call(keys, page, Map.of(), null);
        log.add(sighting);
        register.enrol(log.size(), sighting);
        agree();
    }

    private void agree() {
        Gathering gathering = Gathering.of(log);
        Map<String, List<Event>> wanted = new HashMap<>();
        gathering.evidence().forEach(each -> wanted.put(each.lead(), each.events()));
        Map<String, List<Event>> found = new HashMap<>();
        register.leads().forEach(lead -> found.put(register.name(lead), register.events(lead)));
        assertThat(found).isEqualTo(wanted);
    }

    private List<String> leads() {
        return register.leads().stream().map(register::name).sorted().toList();
    }

    @Test
    void aUserWhomAServerJoinsWithTheClaimedAddressIsThatAddresssOwn() {
        says(Origin.BROWSER, "u", "ann@a.example", null);
        says(Origin.SERVER, "ann@a.example", null, "u");
        says(Origin.SERVER, null, "ann@a.example", null);
        assertThat(leads()).containsExactly("u");
    }

    @Test
    void ofClaimsThatGoRoundTheLatestIsLeftOut() {
        says(Origin.SERVER, "u", null, null);
        says(Origin.SERVER, "ann@a.example", null, "u");
        says(Origin.SERVER, "v", null, null);
        says(Origin.SERVER, "bob@a.example", null, "v");
        says(Origin.BROWSER, "u", "bob@a.example", null);
        says(Origin.BROWSER, "v", "ann@a.example", null);
        says(Origin.SERVER, null, "ann@a.example", null);
        says(Origin.SERVER, null, "bob@a.example", null);
    }

    @Test
    void whatAnAliasJoinsWithAClaimedUserIsClaimedToo() {
        says(Origin.BROWSER, "u", "ann@a.example", null);
        says(Origin.SERVER, "u", null, null);
        says(Origin.SERVER, "v", null, "u");
        says(Origin.BROWSER, "v", "bob@a.example", null);
        assertThat(leads()).containsExactly("bob@a.example", "u");
    }

    @Test
    void soIsWhatAnAliasNamedBeforeItWasKnown() {
        says(Origin.BROWSER, "u", "ann@a.example", null);
        says(Origin.SERVER, "u", null, "v");
        says(Origin.SERVER, "v", null, null);
        says(Origin.SERVER, "v", "bob@a.example", null);
        assertThat(leads()).containsExactly("ann@a.example", "u");
    }
}
