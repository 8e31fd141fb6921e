package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTableTest {
    @TempDir
    private Path folder;

    @Test
    void aRowIsACall() {
        Event event = Desk.onlyEvent(new Desk(folder)
                .events(
                        "user_id,type,event,timestamp,seconds,properties.plan.name,utm_source,message_id",
                        "u,track,Watched,2026-03-01T09:00:00Z,30,pro,google,m1")
                .read());
        assertThat(event)
                .isEqualTo(new Event(
                        "m1",
                        Instant.parse("2026-03-01T09:00:00Z").toEpochMilli(),
                        EventType.TRACK,
                        "Watched",
                        Map.of("properties.seconds", 30L, "properties.plan.name", "pro", "campaign.source", "google")));
    }

    @Test
    void aTimeWithoutOffsetIsInTheContractsZone() {
        Event event = Desk.onlyEvent(new Desk(folder)
                .events("user_id,event,timestamp", "u,home,2024-03-13 10:21:14")
                .read());
        assertThat(Instant.ofEpochMilli(event.at())).isEqualTo("2024-03-13T14:21:14Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            page view      ; Pricing ; -        ; PAGE          ; Pricing
            email opened   ; -       ; -        ; EMAIL_OPENED  ; Email Opened
            click          ; -       ; -        ; TRACK         ; click
            custom         ; Signup  ; -        ; TRACK         ; Signup
            -              ; Signup  ; -        ; TRACK         ; Signup
            -              ; -       ; /pricing ; PAGE          ; ''
            """)
    void whatARowLacksIsFilledIn(String type, String name, String path, EventType meant, String named) {
        Event event = Desk.onlyEvent(new Desk(folder)
                .events(
                        "user_id,timestamp,type,name,path",
                        "u,2026-03-01," + text(type) + "," + text(name) + "," + text(path))
                .read());
        assertThat(event.type()).isEqualTo(meant);
        assertThat(event.name()).isEqualTo(named);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void theSameRowTwiceIsADuplicate() {
        Desk desk = new Desk(folder)
                .events("user_id,event,timestamp", "u,a,2026-03-01", "u,a,2026-03-01")
                .events("timestamp;event;user_id", "2026-03-01;a;u");
        Population population = desk.read();
        assertThat(Desk.only(population).events()).hasSize(1);
        assertThat(population.counts().duplicates()).isEqualTo(2);
        assertThat(desk.notes).singleElement().asString().endsWith("is separated by semicolons");
    }

    @Test
    void theHashOfARowIsThatOfItsCall() {
        Population population = new Desk(folder)
                .events("user_id,event,timestamp,type", "u,a,2026-03-01T09:00:00Z,track")
                .events("""
                        {"type":"track","event":"a","userId":"u","timestamp":"2026-03-01T09:00:00Z"}""")
                .read();
        assertThat(population.counts().duplicates()).isEqualTo(1);
    }

    @Test
    void leadsMayBeObjectsOfJsonLines() {
        Population population = new Desk(folder).leads("""
                        {"email":"a@acme.example","company":{"employees":240},"lead.persona":"buyer"}""", """
                        {"email":"b@acme.example","title":"CEO","company.tech":["CRM","ERP"]}""").read();
        assertThat(population.evidence()).hasSize(2);
        assertThat(Desk.profile(population.evidence().get(1)))
                .containsEntry("lead.title", "CEO")
                .containsEntry("company.tech", List.of("CRM", "ERP"));
    }

    @Test
    void aLaterLineWithABraceMakesNoLogOfATable() {
        Desk desk = new Desk(folder)
                .leads("email,title,persona", "a@acme.example,CEO,x", "{b}@acme.example,\"CFO", "{temp}\",y");
        assertThat(desk.read().counts().rows()).isEqualTo(2);
        Desk events = new Desk(folder).events("properties,user_id,event,timestamp", "{},u,home,2026-03-01");
        assertThat(Desk.onlyEvent(events.read()).name()).isEqualTo("home");
    }

    @Test
    void anApostropheBeforeAFormulaIsNoPartOfTheText() {
        Population population = new Desk(folder)
                .leads("email,phone,title", "a@acme.example,'+49 30 123456,''=x")
                .read();
        assertThat(Desk.profile(Desk.only(population)))
                .containsEntry("lead.phone", "+49 30 123456")
                .containsEntry("lead.title", "'=x");
    }

    @Test
    void aTableOfEventsMayHaveATitleOrABlankLineFirst() {
        for (String title : new String[] {"My report", ""}) {
            Population population = new Desk(folder)
                    .events(title, "user_id;timestamp;event", "u;2026-03-01;home")
                    .read();
            assertThat(Desk.onlyEvent(population).name()).isEqualTo("home");
        }
    }
}
