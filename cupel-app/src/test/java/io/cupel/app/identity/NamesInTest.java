package io.cupel.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesInTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"userId\":\"u-1\"} | u-1",
                "{\"userId\":\"u-1 | u-1",
                "{\"userId\":\" u-1 \"} | u-1",
                "{\"a\":[\"x\\\"y\"]} | x\"y",
                "{\"email\":\"Ann\\u0040acme.example\"} | ann@acme.example",
                "{\"email\":\"mailto:Ann@acme.example\"} | ann@acme.example",
                "{\"by\":\"Ann <ann@acme.example>\"} | ann@acme.example",
                "email=ann@acme.example&phone=1 | ann@acme.example",
                "{\"q\":\"a=1&email=ann@acme.example\"} | ann@acme.example",
                "{\"phone\":\"001 (415) 555-0177\"} | +14155550177",
                "{\"phone\":+14155550177} | +14155550177",
                "{\"userId\":1234567} | 1234567"
            })
    void whateverIsWrongWithATextItsNamesAreFound(String text, String name) {
        assertThat(NamesIn.of(text)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"{\"amount\":17} | 17", "{\"a\":\"b\"} | c"})
    void whatIsNoNameIsNone(String text, String name) {
        assertThat(NamesIn.of(text)).doesNotContain(name);
    }
}
