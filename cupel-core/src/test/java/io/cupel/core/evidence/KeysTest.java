package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    @ParameterizedTest
    @CsvSource({
        "+1 555-0100, +15550100",
        "0049 30 123456, +4930123456",
        "(030) 12 34 56, 030123456",
        "555-0101 x12, 5550101",
    })
    void phoneNumbersAreTheirDigits(String told, String key) {
        assertThat(Phone.normalised(told)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"12", "call me", "1234567890123456789012", "+-+", "'12+34567'"})
    void whatIsNoPhoneNumberIsNoKey(String told) {
        assertThat(Phone.normalised(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, acme.example",
        "https://www.acme.example/en, acme.example",
        "HTTP://me@shop.acme.example:80#x, shop.acme.example",
        "//acme.example, acme.example",
    })
    void websitesAreTheirDomains(String told, String key) {
        assertThat(Domains.ofWebsite(told)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"acme", "0e8c78ea9d97a7b8185e8632", "www.", "192.168.0.1", "mailto:a@b", "a b.example"})
    void whatIsNoDomainIsNoKey(String told) {
        assertThat(Domains.ofWebsite(told)).isEmpty();
    }

    @Test
    void noCompanyIsKeyedByAProviderOfAddresses() {
        assertThat(Domains.ofCompany("https://gmail.com")).isEmpty();
        assertThat(Domains.ofCompany("nordwind.example")).contains("nordwind.example");
    }
}
