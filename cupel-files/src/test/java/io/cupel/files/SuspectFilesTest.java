package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectFilesTest {
    @TempDir
    Path folder;

    private static String click(String id) {
        return """
                {"type":"track","event":"Email Link Clicked","messageId":"%s","userId":"u",\
                "timestamp":"2026-03-01T10:00:00Z"}""".formatted(id);
    }

    private static String said(String id, String properties) {
        return """
                {"type":"track","event":"Cupel Suspect","messageId":"%s","userId":"u",\
                "timestamp":"2026-03-02T10:00:00Z","properties":{%s}}""".formatted(id, properties);
    }

    @Test
    void aMarkedEventIsKeptAndCountsForNothing() {
        Evidence lead = Desk.only(new Desk(folder)
                .events(
                        said("s1", "\"decision\":\"mark\",\"events\":[\"c1\",\"c2\"],\"reasons\":[\"links\"]"),
                        click("c1"),
                        click("c2"),
                        click("c3"),
                        said("s2", "\"Decision\":\"Released\",\"events\":\"c2\",\"by\":\"Bea\""))
                .read());
        assertThat(lead.events()).extracting(Event::id).containsExactly("c2", "c3");
        assertThat(lead.suspects()).hasSize(1);
        assertThat(lead.suspects().get(0).event().id()).isEqualTo("c1");
        assertThat(lead.suspects().get(0).reasons()).containsExactly("links");
        assertThat(lead.acts()).isEmpty();
    }

    @Test
    void aWordThatSaysNothingIsRefused() {
        String many = IntStream.range(0, 101).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));
        Desk desk = new Desk(folder)
                .events(
                        click("c1"),
                        said("s1", "\"decision\":\"maybe\",\"events\":[\"c1\"]"),
                        said("s2", "\"decision\":\"mark\",\"events\":[]"),
                        said("s3", "\"decision\":\"mark\",\"events\":[{\"a\":1}, null, true]"),
                        said("s4", "\"decision\":\"mark\",\"events\":[" + many + "]"),
                        said("s5", "\"decision\":\"mark\""));
        assertThat(Desk.only(desk.read()).events()).hasSize(1);
        assertThat(desk.reasons())
                .isEqualTo(List.of(
                        "has no decision of mark and release",
                        "names no suspect events, or more than 100",
                        "names no suspect events, or more than 100",
                        "names no suspect events, or more than 100",
                        "names no suspect events, or more than 100"));
    }
}
