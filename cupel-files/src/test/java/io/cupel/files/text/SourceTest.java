package io.cupel.files.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static final byte[] TABLE = Shelf.bytes("a,b", "1,2", "3,4", "");

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void begin() {
        shelf = new Shelf(folder);
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            all = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, all, all.length - part.length, part.length);
        }
        return all;
    }

    @Test
    void aPackedFileIsToldByItsBytes() throws IOException {
        assertThat(shelf.read(Shelf.packed(TABLE)).cells()).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(shelf.remarks).isEmpty();
    }

    @Test
    void severalPackedPartsAreOneFile() throws IOException {
        byte[] both = joined(Shelf.packed(TABLE), Shelf.packed(Shelf.bytes("5,6")), Shelf.packed(new byte[0]));
        assertThat(shelf.read(both).cells()).hasSize(3);
        assertThat(shelf.read(joined(both, new byte[1_000])).cells()).hasSize(3);
        assertThatThrownBy(() -> shelf.read(joined(both, TABLE))).hasMessageContaining("damaged");
        assertThatThrownBy(() -> shelf.read(joined(both, new byte[3], both))).hasMessageContaining("damaged");
    }

    @Test
    void aNameAndACommentInThePackingAreSkipped() throws IOException {
        byte[] plain = Shelf.packed(TABLE);
        byte[] extra = {3, 0, 'x', 'y', 'z'};
        byte[] named = joined(
                Arrays.copyOf(plain, 10),
                extra,
                "leads.csv\0by Vera\0".getBytes(StandardCharsets.US_ASCII),
                new byte[2],
                Arrays.copyOfRange(plain, 10, plain.length));
        named[3] = 2 | 4 | 8 | 16;
        assertThat(shelf.read(named).cells()).hasSize(2);
    }

    @Test
    void aPackedFileThatBreaksOffIsAFaultWhereverItDoes() {
        byte[] packed = Shelf.packed(TABLE);
        for (int length = 2; length < packed.length; length++) {
            byte[] part = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> shelf.read(part))
                    .as("%s bytes", length)
                    .isInstanceOf(FileFault.class)
                    .hasMessageContaining("ends too early; wait until it is written");
        }
    }

    @Test
    void theFaultIsLocatedBehindTheLastWholeLine() {
        byte[] packed = Shelf.packed(TABLE);
        assertThatThrownBy(() -> shelf.read(Arrays.copyOf(packed, packed.length - 1)))
                .hasMessageEndingWith("table.csv:3: after this line the compressed file ends too early;"
                        + " wait until it is written, or copy or download it again");
    }

    @Test
    void aLogThatBreaksOffIsLocatedToo() throws IOException {
        byte[] packed = Shelf.packed(Shelf.bytes("{}", "{}", "{}"));
        Files.write(shelf.file, Arrays.copyOf(packed, packed.length - 1));
        assertThatThrownBy(() -> {
                    try (InputStream in = Source.openLog(shelf.file, Files::newInputStream)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("table.csv:2: after this line the compressed file ends too early");
    }

    @Test
    void aDamagedPackedFileIsAFault() {
        byte[] packed = Shelf.packed(TABLE);
        for (int at = packed.length - 8; at < packed.length; at++) {
            byte[] other = packed.clone();
            other[at] ^= 1;
            assertThatThrownBy(() -> shelf.read(other)).hasMessageContaining("the compressed file is damaged");
        }
    }

    private static int unpacked(byte[] packed, UnpackedStream.Limits limits) throws IOException {
        try (InputStream in = new UnpackedStream("x.gz", new ByteArrayInputStream(packed), limits)) {
            return in.readAllBytes().length;
        }
    }

    @Test
    void aBombIsStoppedAtItsLimits() throws IOException {
        byte[] packed = Shelf.packed(new byte[100_000]);
        int times = 100_000 / packed.length;
        assertThat(unpacked(packed, new UnpackedStream.Limits(0, times + 1, 100_000)))
                .isEqualTo(100_000);
        assertThat(unpacked(packed, new UnpackedStream.Limits(100_000, 2, 100_000)))
                .isEqualTo(100_000);
        assertThatThrownBy(() -> unpacked(packed, new UnpackedStream.Limits(99_999, times, 100_000)))
                .isInstanceOf(FileFault.class)
                .hasMessage("x.gz: the compressed file holds more than " + times
                        + " times its size; if that is right, unpack it first");
        assertThatThrownBy(() -> unpacked(packed, new UnpackedStream.Limits(99_999, 10_000, 99_999)))
                .hasMessageContaining("holds more than 0 GB");
        assertThat(UnpackedStream.Limits.USUAL.timesMax()).isLessThan(1_000);
    }

    @Test
    void whatIsAddedWhileAFileIsReadIsNotReadAndSaid() throws IOException {
        Files.write(shelf.file, Shelf.bytes("a,b", "1,2", "3,"));
        try (TextTable table = TextTable.open(shelf.file, file -> growing(file, "4\n5,6\n"))) {
            assertThat(cells(table)).containsExactly(List.of("1", "2"), List.of("3", "4"));
            assertThat(table.remarks())
                    .containsExactly(shelf.file + " grew while it was read; what was added is not read");
        }
    }

    @Test
    void aPackedFileThatIsBeingWrittenIsAFault() throws IOException {
        byte[] packed = Shelf.packed(TABLE);
        int half = packed.length / 2;
        Files.write(shelf.file, Arrays.copyOf(packed, half));
        Opening growing = file -> {
            InputStream in = Files.newInputStream(file);
            Files.write(file, Arrays.copyOfRange(packed, half, packed.length), StandardOpenOption.APPEND);
            return in;
        };
        assertThatThrownBy(() -> {
                    try (TextTable table = TextTable.open(shelf.file, growing)) {
                        cells(table);
                    }
                })
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("ends too early; wait until it is written");
    }

    /** The file, to which somebody writes right after it was opened. */
    private static InputStream growing(Path file, String more) throws IOException {
        InputStream in = Files.newInputStream(file);
        Files.writeString(file, more, StandardOpenOption.APPEND);
        return in;
    }

    private static List<List<String>> cells(TextTable table) throws IOException {
        List<List<String>> cells = new java.util.ArrayList<>();
        for (Row row = table.next(); row != null; row = table.next()) {
            cells.add(row.cells());
        }
        return cells;
    }

    @Test
    void aFileThatBecomesShorterIsAFault() throws IOException {
        Files.write(shelf.file, TABLE);
        Opening shortening = file -> {
            InputStream in = Files.newInputStream(file);
            Files.write(file, Shelf.bytes("a,b"));
            return in;
        };
        assertThatThrownBy(() -> {
                    try (TextTable table = TextTable.open(shelf.file, shortening)) {
                        cells(table);
                    }
                })
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("became shorter while it was read");
    }

    @ParameterizedTest
    @CsvSource({
        "504b0304140006,Excel workbook or a zip file",
        "d0cf11e0a1b11a,old Excel workbook",
        "255044462d312e,PDF",
        "28b52ffd000000,packed with zstd",
        "fd377a585a0000,packed with xz",
        "425a6839314159,packed with bzip2",
    })
    void filesWithoutTextSayWhatTheyAre(String start, String told) {
        assertThatThrownBy(() -> shelf.read(java.util.HexFormat.of().parseHex(start)))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoFileSaysHowToHelp() {
        assertThatThrownBy(() -> Source.open(folder, Files::newInputStream))
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("is a folder; name the files in it");
        assertThatThrownBy(() -> Source.open(folder.resolve("none"), Files::newInputStream))
                .hasMessageEndingWith("there is no such file");
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThatThrownBy(() -> Source.open(device, Files::newInputStream))
                    .hasMessageContaining("is a pipe or a device")
                    .hasMessageContaining("write it to a file first");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jsonLinesOfUtf16SayHowToHelp(boolean hasMark) throws IOException {
        Files.write(shelf.file, ((hasMark ? "\ufeff" : "") + "{\"type\":1}").getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Source.openLog(shelf.file, Files::newInputStream))
                .hasMessageEndingWith("is UTF-16; JSON Lines are UTF-8: save it as UTF-8");
    }

    @Test
    void jsonLinesMayBePacked() throws IOException {
        byte[] calls = Shelf.bytes("{\"type\":\"é\"}");
        Files.write(shelf.file, Shelf.packed(calls));
        try (InputStream in = Source.openLog(shelf.file, Files::newInputStream)) {
            assertThat(in.readAllBytes()).isEqualTo(calls);
        }
    }
}
