package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exit code, and the one sentence that goes with it. */
class ExitTest {
    @TempDir
    Path folder;

    @Test
    void doneIs0AlsoWhenNobodyQualifies() {
        Run run = Run.workshop("qualify", "--as-of", "2025-08-18");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("Nobody is qualified.");
    }

    @Test
    void aContractWithFaultsIs1() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "name: x\nsignals: []\nwrong: 1\n");
        Run run = Run.of("qualify", "--contract", file.toString(), "--leads", Run.LEADS);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("c.yaml:3:1", "nobody was judged");
    }

    @Test
    void anUnknownLeadIs1AndTheNearestAreNamed() {
        Run run = Run.workshop("explain", "--lead", "vp@nordwin.example");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("no lead 'vp@nordwin.example'", "but one that is written much like it")
                .doesNotContain("vp@nordwind.example");
    }

    @Test
    void wrongUsageIs2() {
        assertThat(Run.of().exit()).isEqualTo(2);
        assertThat(Run.of("qualify").exit()).isEqualTo(2);
        assertThat(Run.of("qualfy").err()).contains("Did you mean: cupel qualify?");
        assertThat(Run.workshop("qualify", "--stage", "mqls").err()).contains("'mqls' is no stage", "mql, pql");
        assertThat(Run.workshop("qualify", "--as-of", "yesterday").exit()).isEqualTo(2);
        assertThat(Run.workshop("qualify", "--as-of", "yesterday").err()).contains("2026-03-06T17:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--leads", "--events", "--contract", "--rejects"})
    void aMisspeltOptionIsNotTakenForAFile(String after) {
        Run run = Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS, after, "--bogus");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--bogus").doesNotContain("cannot read");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 54})
    void aNarrowTerminalStopsNoCommand(int columns) {
        assertThat(Run.onTerminal(columns, "check", Run.WORKSHOP).exit()).isZero();
        assertThat(Run.onTerminal(columns, "qualify", "--help").exit()).isZero();
        assertThat(Run.onTerminal(columns, "qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS)
                        .exit())
                .isZero();
    }

    @Test
    void aTerminalThatTells0ColumnsIsTakenFor120() {
        assertThat(Run.onTerminal(0, "qualify", "--help").out())
                .isEqualTo(Run.onTerminal(120, "qualify", "--help").out());
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIs3() {
        Run contract = Run.of("qualify", "--contract", "no.yaml", "--leads", Run.LEADS);
        assertThat(contract.exit()).isEqualTo(3);
        assertThat(contract.err()).isEqualTo("cupel: cannot read no.yaml: there is no such file or folder\n");
        Run leads = Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", "no.csv");
        assertThat(leads.exit()).isEqualTo(3);
        assertThat(leads.err()).isEqualTo("cupel: cannot read no.csv: there is no such file or folder\n");
        Run out = Run.workshop(
                "qualify", "--out", folder.resolve("no/such/file.txt").toString());
        assertThat(out.exit()).isEqualTo(3);
        assertThat(Run.of("check", "no.yaml", Run.WORKSHOP).exit()).isEqualTo(3);
    }

    @Test
    void aDeviceIsNoLeadsFile() {
        Run run = Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", Run.LEADS, "--events", "/dev/null");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("cupel: cannot read /dev/null: it is a pipe or a device, and Cupel may read a file twice;"
                        + " write it to a file first (a .gz file is read as it is)\n");
    }

    @Test
    void strictKeepsTheRowThatEndedIt() throws Exception {
        Path events = Files.writeString(folder.resolve("e.jsonl"), "{\n{\n");
        Path rejects = folder.resolve("rejects.csv");
        Path out = folder.resolve("out");
        Run run = Run.of(
                "qualify",
                "--strict",
                "--contract",
                Run.WORKSHOP,
                "--leads",
                Run.LEADS,
                "--events",
                events.toString(),
                "--rejects",
                rejects.toString(),
                "--out",
                out.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(Files.readAllLines(rejects)).hasSize(2);
        assertThat(Files.readAllLines(rejects).get(1)).contains("e.jsonl,1,");
        assertThat(out).doesNotExist();
    }

    @Test
    void aContractWithFaultsIsNotCompared() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "name: x\nsignals: []\nwrong: 1\n");
        Run run = Run.of("diff", Run.WORKSHOP, file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("so nothing was compared").doesNotContain("judged");
    }

    @Test
    void aFaultOfOursIs70AndOneSentence() {
        Run run = failing(() -> new IllegalStateException("secret-marker"));
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err())
                .startsWith("cupel: a fault of Cupel itself (IllegalStateException)")
                .contains("CUPEL_DEBUG=1")
                .doesNotContain("secret-marker", "\tat ");
    }

    @Test
    void tooLittleMemoryIs70AndTellsTheRemedy() {
        Run heap = failing(() -> new OutOfMemoryError("Java heap space"));
        assertThat(heap.exit()).isEqualTo(70);
        assertThat(heap.err())
                .isEqualTo("cupel: this takes more memory than Java may take; give it more with"
                        + " CUPEL_JAVA_OPTIONS=-Xmx4g\n");
        Run stack = failing(StackOverflowError::new);
        assertThat(stack.exit()).isEqualTo(70);
        assertThat(stack.err()).contains("CUPEL_JAVA_OPTIONS=-Xss16m").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check examples/contracts/product-led.yaml", "schema", "completion", "--help", "diff --help"})
    void lostOutputIs3(String command) {
        Run run = printingTo("No space left on device", command.replace("examples/", "../examples/"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("cupel: cannot write standard output: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "jsonl", "hubspot"})
    void aListThatIsLostIs3(String format) {
        String files = " --contract ../" + Run.WORKSHOP + " --leads ../" + Run.LEADS + " --events ../" + Run.EVENTS;
        Run run = printingTo("No space left on device", "qualify" + files + " --format " + format);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .endsWith("cupel: cannot write standard output: No space left on device\n")
                .doesNotContain("\tat ");
        Run explained = printingTo("No space left on device", "explain" + files + " --lead vp@nordwind.example");
        assertThat(explained.exit()).isEqualTo(3);
    }

    @Test
    void aReaderWhoHasGoneIsNoFailure() {
        Run run = printingTo("Broken pipe", "schema");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private static Run printingTo(String failure, String command) {
        OutputStream refusing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(Output.to(refusing), Output.to(err), Clock.systemUTC(), Map.of());
        return new Run(Cupel.run(shell, command.split(" ", -1)), "", err.toString(UTF_8));
    }

    /** A command during which this happens. */
    private static Run failing(Supplier<Throwable> fault) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(Output.to(err), Output.to(err), new BrokenClock(fault), Map.of());
        int exit = Cupel.run(shell, "qualify", "--contract", "../" + Run.WORKSHOP, "--leads", "../" + Run.LEADS);
        return new Run(exit, "", err.toString(UTF_8));
    }

    @Test
    void versionAndHelpAre0() {
        assertThat(Run.of("--version").exit()).isZero();
        assertThat(Run.of("--version").out()).startsWith("cupel ");
        assertThat(Run.of("qualify", "--help").exit()).isZero();
    }

    @Test
    void noStackTraceUnlessAskedFor() {
        Run quiet = Run.workshop("explain", "--lead", "nobody");
        assertThat(quiet.err()).doesNotContain("\tat ");
        Run loud = Run.in(
                Map.of("CUPEL_DEBUG", "1", "CUPEL_STDOUT", "pipe", "CUPEL_STDERR", "pipe"),
                "qualify",
                "--contract",
                "no.yaml",
                "--leads",
                "no.csv");
        assertThat(loud.err()).contains("\tat ");
    }

    private static final class BrokenClock extends Clock {
        private final Supplier<Throwable> fault;

        private BrokenClock(Supplier<Throwable> fault) {
            this.fault = fault;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Throwable thrown = fault.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown.getMessage());
        }
    }
}
