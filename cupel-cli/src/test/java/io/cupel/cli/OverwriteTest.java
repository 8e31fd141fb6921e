package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command reads, it never writes over. */
class OverwriteTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheWorkshop() throws Exception {
        Files.copy(Run.file(Run.WORKSHOP), folder.resolve("contract"));
        Files.copy(Run.file(Run.LEADS), folder.resolve("leads"));
        Files.copy(Run.file(Run.EVENTS), folder.resolve("events"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("leads"));
        Files.createLink(folder.resolve("hard"), folder.resolve("events"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("new"));
    }

    private Run qualify(String... more) {
        String[] all = new String[7 + more.length];
        String[] first = {"qualify", "--contract", at("contract"), "--leads", at("leads"), "--events", at("events")};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Run.of(all);
    }

    private String at(String name) {
        return folder + "/" + name;
    }

    @ParameterizedTest
    @CsvSource({
        "--out,contract",
        "--out,leads",
        "--out,events",
        "--out,link",
        "--out,./x/../leads",
        "--rejects,contract",
        "--rejects,leads",
        "--rejects,hard",
    })
    void anInputIsNoPlaceToWrite(String option, String name) {
        Run run = qualify(option, at(name));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(option, "would overwrite", "name another file");
        assertThat(folder.resolve("contract")).hasSameBinaryContentAs(Run.file(Run.WORKSHOP));
        assertThat(folder.resolve("leads")).hasSameBinaryContentAs(Run.file(Run.LEADS));
        assertThat(folder.resolve("events")).hasSameBinaryContentAs(Run.file(Run.EVENTS));
    }

    @ParameterizedTest
    @CsvSource({"new,new", "new,./new", "new,dangling"})
    void theListAndTheRejectsNeedAFileEach(String out, String rejects) {
        Run run = qualify("--out", at(out), "--rejects", at(rejects));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--out and --rejects name one file");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aDeviceTakesBoth() {
        assertThat(qualify("--out", "/dev/null", "--rejects", "/dev/null").exit())
                .isZero();
    }
}
