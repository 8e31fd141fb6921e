package io.cupel.core.mail;

import static io.cupel.core.mail.MailHit.Kind.CLICKED;
import static io.cupel.core.mail.MailHit.Kind.DELIVERED;
import static io.cupel.core.mail.MailHit.Kind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static MailHit click(String id, long at, String link) {
        return new MailHit(id, at, CLICKED, "m", link, false, null);
    }

    private static Set<String> found(MailHit... hits) {
        return Detector.find(List.of(hits)).keySet();
    }

    @Test
    void threeLinksWithinTenSecondsAreASweep() {
        assertThat(found(click("a", 0, "1"), click("b", 4_000, "2"), click("c", 10_000, "3")))
                .containsExactly("a", "b", "c");
        assertThat(found(click("a", 0, "1"), click("b", 4_000, "2"), click("c", 10_001, "3")))
                .isEmpty();
    }

    @Test
    void oneLinkClickedAgainAndAgainIsNone() {
        assertThat(found(click("a", 0, "1"), click("b", 1_000, "2"), click("c", 2_000, "2"), click("d", 3_000, "1")))
                .isEmpty();
    }

    @Test
    void whatIsOpenedWithinFiveSecondsOfItsDeliveryIsSuspect() {
        MailHit delivered = new MailHit("d", 1_000, DELIVERED, "m", null, false, null);
        MailHit soon = new MailHit("a", 6_000, OPENED, "m", null, false, null);
        MailHit late = new MailHit("b", 6_001, OPENED, "m", null, false, null);
        MailHit other = new MailHit("c", 2_000, OPENED, "n", null, false, null);
        MailHit before = new MailHit("e", 999, OPENED, "m", null, false, null);
        assertThat(Detector.find(List.of(soon, late, other, before, delivered)))
                .isEqualTo(Map.of("a", Set.of(Suspect.DELIVERY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Barracuda Sentinel (EE)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "python-requests/2.31.0",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "CURL/8.5.0"
            })
    void aListedAgentIsKnownByWholeWords(String agent) {
        assertThat(Agents.isListed(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
                "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
                "Curler/1.0",
                "Mozilla/5.0 Robotics Browser"
            })
    void othersAreNot(String agent) {
        assertThat(Agents.isListed(agent)).isFalse();
    }
}
