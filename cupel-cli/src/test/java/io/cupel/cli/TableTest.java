package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Table table() {
        Table table = new Table(List.of(
                Table.Column.text("Lead"),
                Table.Column.movable("Company"),
                Table.Column.number("Score"),
                Table.Column.text("Why")));
        table.add(List.of("a@x.example", "Xanadu", "7", "one two three four"));
        table.add(List.of("b@y.example", "", "1,240", "five"));
        return table;
    }

    @Test
    void withRoomEverythingStandsOnOneLineAndNumbersStandRight() {
        assertThat(table().lines(Shell.UNLIMITED))
                .containsExactly(
                        "Lead         Company  Score  Why",
                        "a@x.example  Xanadu       7  one two three four",
                        "b@y.example           1,240  five");
    }

    @Test
    void withLessRoomTheWordsGoBelow() {
        assertThat(table().lines(30))
                .containsExactly(
                        "Lead         Company  Score",
                        "a@x.example  Xanadu       7",
                        "    one two three four",
                        "b@y.example           1,240",
                        "    five");
    }

    @Test
    void withLittleRoomMovableColumnsGoBelowTooAndNothingIsCut() {
        assertThat(table().lines(20))
                .containsExactly(
                        "Lead         Score",
                        "a@x.example      7",
                        "    Xanadu · one two",
                        "    three four",
                        "b@y.example  1,240",
                        "    five");
    }

    @Test
    void aWordLongerThanTheLineStaysWhole() {
        assertThat(Table.wrap("a incomprehensibilities b", 5)).containsExactly("a", "incomprehensibilities", "b");
    }

    @Test
    void aLineWithAnIndentKeepsItWhereItIsBroken() {
        assertThat(Table.wrapped("  --events FILE    JSON Lines of calls", 30))
                .containsExactly("  --events FILE    JSON Lines", "                   of calls");
        assertThat(Table.wrapped("  one two three", 10)).containsExactly("  one two", "  three");
        assertThat(Table.wrapped("one two", 5)).containsExactly("one", "two");
        assertThat(Table.wrapped("  one two", 9)).containsExactly("  one two");
    }

    @Test
    void wideLettersTakeTwoPlaces() {
        assertThat(Table.width("東京 ab")).isEqualTo(7);
    }

    @Test
    void marksThatTurnTheReadingDoNotReachTheTerminal() {
        assertThat(Table.plain("a\u202eb\u2066c\u200fd\u061ce\u2028f\ufeffg"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg");
        assertThat(Table.plain("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(Table.plain("a\u001b[2Jb\nc")).isEqualTo("a\ufffd[2Jb\ufffdc");
    }
}
