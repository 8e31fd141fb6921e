package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Told;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.text.FileFault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DateColumnsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC"));
    }

    private List<String> told() {
        return desk.read().evidence().stream()
                .flatMap(lead -> lead.own().told().stream())
                .map(Told::at)
                .map(at -> at == Told.BEFORE_ALL
                        ? "before all"
                        : Instant.ofEpochMilli(at).toString())
                .toList();
    }

    @Test
    void aLaterRowDecidesForTheWholeColumn() {
        desk.leads("email,created", "a@x.example,3/4/2024", "b@x.example,5-6-2024", "c@x.example,26/2/2024");
        assertThat(told()).containsExactly("2024-04-03T00:00:00Z", "2024-06-05T00:00:00Z", "2024-02-26T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("'created' is read day-first: 26/2/2024 (line 4) can be nothing else"));
    }

    @Test
    void aColumnThatLeavesItOpenIsAFault() {
        desk.leads("Email,Create Date,Last Contacted", "a@x.example,2024-01-01,1/2/2024", "b@x.example,3/4/2024,");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("leads0.csv:3: the dates of columns 'Create Date' could be day-first or"
                        + " month-first: 3/4/2024 (line 3);"
                        + " 'Last Contacted' could be day-first or month-first: 1/2/2024"
                        + " (line 2); say which number is the day: --dates day-first or --dates month-first");
    }

    @Test
    void oneColumnDoesNotProveTheOtherOne() {
        desk.leads("Email,Create Date,Last Contacted", "a@x.example,26/2/2024,1/2/2024");
        assertThatThrownBy(desk::readOrFail).hasMessageContaining("column 'Last Contacted'");
    }

    @Test
    void aColumnThatProvesBothIsAFaultWithBothLines() {
        desk.leads("email,created", "a@x.example,26/2/2024", "b@x.example,2/27/2024", "c@x.example,3/4/2024");
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("leads0.csv:4: ")
                .hasMessageContaining(
                        "are day-first, 26/2/2024 (line 2), as well as month-first, 2/27/2024 (line 3), so"
                                + " 3/4/2024 (line 4) could be two days");
    }

    @Test
    void withoutADateInDoubtBothMayStandInOneColumn() {
        desk.leads("email,created", "a@x.example,26/2/2024", "b@x.example,2/27/2024");
        assertThat(told()).containsExactly("2024-02-26T00:00:00Z", "2024-02-27T00:00:00Z");
        assertThat(desk.notes)
                .singleElement()
                .asString()
                .endsWith(
                        "leads0.csv: the dates of 'created' are day-first, 26/2/2024 (line 2), as well as month-first,"
                                + " 2/27/2024 (line 3); each is read as it proves");
    }

    @Test
    void anOptionThatCertainDatesContradictIsSaid() {
        desk.dates(DateOrder.DAY_FIRST)
                .leads("Email,Create Date", "a@x.example,2/27/2024")
                .leads("Email,Create Date,Last Contacted", "b@x.example,2/27/2024,2/28/2024");
        assertThat(told()).contains("2024-02-27T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(
                        note -> note.endsWith("leads0.csv: 'Create Date' is read month-first, not day-first as --dates"
                                + " says: 2/27/2024 (line 2) can be nothing else"))
                .anyMatch(note -> note.endsWith("leads1.csv: 'Create Date' and 1 more column are read month-first, not"
                        + " day-first as --dates says: 2/27/2024 (line 2) can be nothing else"));
    }

    @Test
    void anOptionThatCertainDatesKeepToIsNotSaid() {
        desk.dates(DateOrder.DAY_FIRST).leads("email,created", "a@x.example,26/2/2024", "b@x.example,2024-02-27");
        assertThat(told()).hasSize(2);
        assertThat(desk.notes).isEmpty();
    }

    @Test
    void touchesAndEventsAreNoExceptions() {
        desk.dates(DateOrder.DAY_FIRST)
                .touches("lead,at", "u,2024-03-01", "u,2/27/2024")
                .events("user_id,event,at", "u,Demo,2/27/2024", "u,Demo,28/2/2024");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("touches0: 'at' is read month-first, not day-first as --dates says:"
                        + " 2/27/2024 (line 3) can be nothing else"))
                .anyMatch(note -> note.endsWith("events0.jsonl: the dates of 'at' are day-first, 28/2/2024 (line 3), as"
                        + " well as month-first, 2/27/2024 (line 2); each is read as it proves"));
    }

    @Test
    void theOptionDecidesWhatAColumnLeavesOpen() {
        desk.dates(DateOrder.MONTH_FIRST).leads("email,created", "a@x.example,3/4/2024", "b@x.example,26 Feb 2024");
        assertThat(told()).containsExactly("2024-03-04T00:00:00Z", "2024-02-26T00:00:00Z");
        assertThat(desk.notes).anyMatch(note -> note.endsWith("'created' is read month-first, as --dates says"));
    }

    @Test
    void theOptionDoesNotOverrideWhatAColumnProves() {
        desk.dates(DateOrder.MONTH_FIRST).leads("email,created", "a@x.example,3/4/2024", "b@x.example,26/2/2024");
        assertThat(told()).containsExactly("2024-04-03T00:00:00Z", "2024-02-26T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("'created' is read day-first, not month-first as --dates says:"
                        + " 26/2/2024 (line 3) can be nothing else"));
    }

    @Test
    void norDoesTheMapping() {
        desk.leads("Who,Since", "a@x.example,3/4/2024", "b@x.example,26/2/2024")
                .map("dates: month-first", "columns: {Who: lead.email, Since: created}");
        assertThat(told()).containsExactly("2024-04-03T00:00:00Z", "2024-02-26T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("not month-first as ") && note.contains("map0.yaml says: 26/2/2024"));
    }

    @Test
    void theOptionDecidesAColumnThatProvesBoth() {
        desk.dates(DateOrder.MONTH_FIRST)
                .leads("email,created", "a@x.example,26/2/2024", "b@x.example,2/27/2024", "c@x.example,3/4/2024");
        assertThat(told()).containsExactly("2024-02-26T00:00:00Z", "2024-02-27T00:00:00Z", "2024-03-04T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("is read month-first, as --dates says, where a date could be two days;"
                        + " its dates are day-first, 26/2/2024 (line 2), as well as month-first"));
    }

    @Test
    void columnsThatProveOppositeOrdersAreEachReadRightAndSaid() {
        desk.leads("Email,Create Date,Last Contacted", "a@x.example,26/2/2024,2/27/2024", "b@x.example,3/4/2024,");
        assertThat(told()).containsExactly("2024-02-26T00:00:00Z", "2024-04-03T00:00:00Z");
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("columns write dates in opposite orders: 'Create Date' is day-first,"
                        + " 26/2/2024 (line 2); 'Last Contacted' is month-first, 2/27/2024 (line 2); each is read in"
                        + " the order that it proves"));
    }

    @Test
    void besideThemAColumnThatLeavesItOpenIsAFaultUnlessSomebodySays() {
        String[] table = {
            "Email,Create Date,Last Contacted,Close Date,Status", "a@x.example,26/2/2024,2/27/2024,3/4/2024,Won"
        };
        desk.leads(table);
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("column 'Close Date' could be day-first or month-first");
        Desk told = new Desk(folder)
                .zone(ZoneId.of("UTC"))
                .dates(DateOrder.DAY_FIRST)
                .leads(table);
        told.read();
        assertThat(told.notes).anyMatch(note -> note.endsWith("'Close Date' is read day-first, as --dates says"));
    }

    @Test
    void theZoneIsAskedForWhereACellTellsNoOffset() {
        desk.zone(ZoneId.of("Asia/Tokyo"))
                .leads("email,created", "a@x.example,2024-03-12 09:14", "b@x.example,2024-03-12T09:14Z");
        assertThat(told()).containsExactly("2024-03-12T00:14:00Z", "2024-03-12T09:14:00Z");
    }

    @Test
    void datesOutOfReachAreCountedAndTheirRowsUsed() {
        desk.leads("email,created", "a@x.example,2099-01-01", "b@x.example,1970-01-01", "c@x.example,3/4/24");
        assertThat(told()).containsExactly("before all", "before all", "before all");
        assertThat(desk.notes)
                .singleElement()
                .asString()
                .contains(
                        "3 dates of 'created' could not be used",
                        "is from before 1990 (1, first in line 3)",
                        "in the future (1,")
                .contains("the facts of these rows count as told before all events");
    }

    @Test
    void everyFormMayStandInOneColumn() {
        desk.leads(
                "email,created",
                "a@x.example,15-Jan-2024",
                "b@x.example,Mar 20 2024",
                "c@x.example,20.03.2024",
                "d@x.example,2024-01-20T14:30:00Z",
                "e@x.example,3/15/2024 2:30 PM",
                "f@x.example,1705761000");
        assertThat(told()).doesNotContain("before all").hasSize(6);
        assertThat(desk.notes).isEmpty();
    }
}
