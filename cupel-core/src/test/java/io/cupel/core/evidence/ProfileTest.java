package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void whatFollowsFromTitleCountryAndAddressIsAdded() {
        Map<String, Object> profile = Profile.derive(Map.of(
                "lead.title", "VP of Sales",
                "lead.country", "DE",
                "company.country", "BR",
                "lead.email", "vp@nordwind.example"));
        assertThat(profile)
                .containsEntry("lead.seniority", "vp")
                .containsEntry("lead.function", "sales")
                .containsEntry("lead.region", "EMEA")
                .containsEntry("company.region", "LATAM")
                .containsEntry("lead.free_mail", false)
                .containsEntry("company.domain", "nordwind.example");
    }

    @Test
    void whatWasToldStays() {
        Map<String, Object> told =
                Map.of("lead.title", "CEO", "lead.seniority", "founder", "company.domain", "acme.example");
        assertThat(Profile.derive(told)).containsAllEntriesOf(told);
    }

    @Test
    void aFreeAddressTellsNoCompany() {
        assertThat(Profile.derive(Map.of("lead.email", "ann@gmail.com")))
                .containsEntry("lead.free_mail", true)
                .doesNotContainKey("company.domain");
    }

    @Test
    void nothingFollowsFromNothing() {
        assertThat(Profile.derive(Map.of())).isEmpty();
    }
}
