package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    /** In common use, and in our table. */
    private static final Set<String> NOT_IN_THE_STANDARD = Set.of("XK");

    @Test
    void everyCountryOfTheStandardIsKnown() {
        var standard = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        standard.addAll(NOT_IN_THE_STANDARD);
        assertThat(Places.countries()).isEqualTo(standard);
    }

    @Test
    void codesOfThreeLettersAndEnglishNamesAgreeWithJava() {
        for (String code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            assertThat(Places.country(country.getISO3Country())).contains(code);
            assertThat(Places.country(code)).contains(code);
            assertThat(Places.country(code.toLowerCase(Locale.ROOT))).contains(code);
        }
    }

    @Test
    void javasEnglishNamesAreUnderstood() {
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            assertThat(Places.country(name)).as("%s %s", code, name).contains(code);
        }
    }

    @Test
    void everyCountryWhereSomebodyLivesHasOneRegion() {
        var without = new HashSet<String>();
        for (String code : Places.countries()) {
            Places.region(code)
                    .ifPresentOrElse(
                            region -> assertThat(region).isIn("North America", "LATAM", "EMEA", "APAC"),
                            () -> without.add(code));
        }
        assertThat(without).containsExactlyInAnyOrder("AQ", "BV", "GS", "HM", "IO", "TF", "UM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            USA                         ; US
            usa                         ; US
            U.S.                        ; US
            U.S.A.                      ; US
            ' United  States '          ; US
            The United States           ; US
            United States of America    ; US
            UK                          ; GB
            England                     ; GB
            Deutschland                 ; DE
            Brasil                      ; BR
            México                      ; MX
            Mexico                      ; MX
            Österreich                  ; AT
            Oesterreich                 ; AT
            osterreich                  ; AT
            South Korea                 ; KR
            Korea, Republic of          ; KR
            Russia                      ; RU
            Russian Federation          ; RU
            Czech Republic              ; CZ
            Türkiye                     ; TR
            TURKIYE                     ; TR
            Côte d’Ivoire               ; CI
            Bosnia & Herzegovina        ; BA
            The Netherlands             ; NL
            日本                         ; JP
            india                       ; IN
            INDIA                       ; IN
            it                          ; IT
            Ireland                     ; IE
            Iceland                     ; IS
            Niger                       ; NE
            Nigeria                     ; NG
            Austria                     ; AT
            Australia                   ; AU
            Guinea-Bissau               ; GW
            Papua New Guinea            ; PG
            Dominica                    ; DM
            Dominican Republic          ; DO
            """)
    void namesBecomeCodes(String name, String code) {
        assertThat(Places.country(name)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Korea",
                "Congo",
                "Virgin Islands",
                "Atlantis",
                "Europe",
                "EMEA",
                "Germany2",
                "New Mexico",
                "XX",
                "USAA",
                "-",
                "n/a",
                "West",
                "Bavaria",
                "Austral",
                "United"
            })
    void whatIsNoCountryOrTwoStaysUnknown(String name) {
        assertThat(Places.country(name)).isEmpty();
        assertThat(Places.region(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "US,North America",
        "CA,North America",
        "GL,North America",
        "BM,North America",
        "Mexico,LATAM",
        "BR,LATAM",
        "PR,LATAM",
        "DE,EMEA",
        "RU,EMEA",
        "TR,EMEA",
        "ZA,EMEA",
        "AE,EMEA",
        "IL,EMEA",
        "IN,APAC",
        "AU,APAC",
        "JP,APAC",
        "PK,APAC"
    })
    void countriesLieInRegions(String country, String region) {
        assertThat(Places.region(country)).contains(region);
    }

    @Test
    void aVeryLongNameIsNoCountry() {
        assertThat(Places.country("Germany ".repeat(100_000))).isEmpty();
    }
}
