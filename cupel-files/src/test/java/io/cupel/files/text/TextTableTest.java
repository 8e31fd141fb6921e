package io.cupel.files.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
    private static final String TABLE = "email,name\na@x.example,Jürgen\nb@x.example,Émile 😀\n";

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void begin() {
        shelf = new Shelf(folder);
    }

    private void expectTable() {
        assertThat(shelf.header).containsExactly("email", "name");
        assertThat(shelf.cells()).containsExactly(List.of("a@x.example", "Jürgen"), List.of("b@x.example", "Émile 😀"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void utf8IsReadWithAMarkOrWithout(boolean hasMark) throws IOException {
        shelf.read((hasMark ? "\ufeff" : "") + TABLE);
        expectTable();
        assertThat(shelf.remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false"})
    void utf16IsReadWithAMarkOrWithout(String charset, boolean hasMark) throws IOException {
        shelf.read(((hasMark ? "\ufeff" : "") + TABLE).getBytes(Charset.forName(charset)));
        expectTable();
        assertThat(shelf.remarks).containsExactly("is read as UTF-16");
    }

    @Test
    void halfACharacterOfUtf16CostsOneRow() throws IOException {
        shelf.read("a,b\n1,\ud83d\n2,ü\n".getBytes(StandardCharsets.UTF_16LE).clone());
        assertThat(shelf.refused()).isEmpty(); // the JDK writes a question mark
        byte[] bytes = "\ufeffa,b\n1,?\n2,ü\n".getBytes(StandardCharsets.UTF_16LE);
        bytes[2 * 7] = 0x3d;
        bytes[2 * 7 + 1] = (byte) 0xd8;
        shelf.read(bytes);
        assertThat(shelf.refused()).containsExactly("2 has half a character (a lone surrogate)");
        assertThat(shelf.cells()).contains(List.of("2", "ü"));
    }

    @Test
    void whatIsNotUtf8IsWindows1252() throws IOException {
        shelf.read("email,price\na@x.example,5 €\nb@x.example,“né”\n".getBytes(Charset.forName("windows-1252")));
        assertThat(shelf.cells()).containsExactly(List.of("a@x.example", "5 €"), List.of("b@x.example", "“né”"));
        assertThat(shelf.remarks).containsExactly("is not UTF-8; read as Windows-1252");
    }

    @Test
    void aByteWithoutALetterInWindows1252IsNoReasonToRefuseARow() throws IOException {
        byte[] bytes = Shelf.bytes("a,b", "1,x?", "2,é");
        bytes[7] = (byte) 0x81;
        bytes[bytes.length - 2] = (byte) 0xe9;
        bytes[bytes.length - 1] = (byte) 0xe8;
        assertThat(shelf.read(bytes).cells()).containsExactly(List.of("1", "x\u0081"), List.of("2", "éè"));
    }

    @Test
    void aDamagedByteAmongWholeLettersCostsOneRow() throws IOException {
        byte[] bytes = Shelf.bytes("a,b", "1,?", "2,é", "3,è");
        bytes[6] = (byte) 0xe9;
        assertThat(shelf.read(bytes).refused()).containsExactly("2 is not UTF-8");
        assertThat(shelf.remarks).isEmpty();
    }

    @Test
    void anotherEncodingBehindTheFirstMegabyteCostsItsRows() throws IOException {
        String letters = "a,b\n" + "1,éxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n".repeat(30_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(letters.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("2,é\n3,x\n4,è\n".getBytes(Charset.forName("windows-1252")));
        bytes.writeBytes("5,ü\n".getBytes(StandardCharsets.UTF_8));
        shelf.read(bytes.toByteArray());
        assertThat(shelf.rows).hasSize(30_004);
        assertThat(shelf.refused()).containsExactly("30002 is not UTF-8", "30004 is not UTF-8");
        assertThat(shelf.rows.get(30_003).cells()).containsExactly("5", "ü");
    }

    @Test
    void theFirstLetterBeyondAsciiDecidesHoweverFarBehindItStands() throws IOException {
        String ascii = "a,b\n" + "1,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n".repeat(30_000);
        shelf.read((ascii + "2,é\n3,è\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shelf.rows).hasSize(30_002);
        assertThat(shelf.rows.get(30_001).cells()).containsExactly("3", "è");
        assertThat(shelf.remarks).containsExactly("is not UTF-8; read as Windows-1252");
        shelf.read((ascii + "2,é\n3,è\n").getBytes(StandardCharsets.UTF_8));
        assertThat(shelf.rows.get(30_001).cells()).containsExactly("3", "è");
        assertThat(shelf.remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {";!is separated by semicolons", "|!is separated by vertical bars"})
    void theSeparatorIsTheOneThatMakesRowsEqual(String sign, String told) throws IOException {
        shelf.read(
                "name;price;note".replace(";", sign), "x;1,5;a,b,c,d".replace(";", sign), "y;2,5;".replace(";", sign));
        assertThat(shelf.cells()).containsExactly(List.of("x", "1,5", "a,b,c,d"), List.of("y", "2,5", ""));
        assertThat(shelf.remarks).containsExactly(told);
    }

    @Test
    void tabsSeparateToo() throws IOException {
        shelf.read("name\tprice", "x, y\t\"1\t5\"");
        assertThat(shelf.cells()).containsExactly(List.of("x, y", "1\t5"));
        assertThat(shelf.remarks).containsExactly("is separated by tabs");
    }

    @Test
    void excelNamesTheSeparator() throws IOException {
        shelf.read("sep=;", "a,b;c", "1,2;3");
        assertThat(shelf.header).containsExactly("a,b", "c");
        assertThat(shelf.headerLine).isEqualTo(2);
        assertThat(shelf.cells()).containsExactly(List.of("1,2", "3"));
    }

    @Test
    void aListInEveryCellSeparatesNothing() throws IOException {
        shelf.read("email,tags", "a@x.example,x;y", "b@x.example,y;z", "c@x.example,z;x", "d@x.example");
        assertThat(shelf.header).containsExactly("email", "tags");
        assertThat(shelf.refused()).containsExactly("5 has another number of cells than the header: 1, not 2");
    }

    @Test
    void apostrophesQuoteWhereNothingElseDoes() throws IOException {
        shelf.read("'name','note'", "'x','a, b'", "'y','it''s'");
        assertThat(shelf.header).containsExactly("name", "note");
        assertThat(shelf.cells()).containsExactly(List.of("x", "a, b"), List.of("y", "it's"));
        assertThat(shelf.remarks).containsExactly("is separated by commas, with apostrophes for quotes");
        shelf.read("name,note", "'s-Hertogenbosch,'t Hooft", "O'Neill,x'");
        assertThat(shelf.cells()).contains(List.of("'s-Hertogenbosch", "'t Hooft"));
        assertThat(shelf.remarks).isEmpty();
    }

    @Test
    void quotesMayHaveABackslashBeforeThem() throws IOException {
        shelf.read("name,note", "x,\"he said \\\"hi, you\\\", and left\"", "y,\"C:\\\\\"");
        assertThat(shelf.cells()).containsExactly(List.of("x", "he said \"hi, you\", and left"), List.of("y", "C:\\"));
        assertThat(shelf.remarks).containsExactly("is separated by commas, with a backslash before quotes in cells");
        shelf.read("name,note", "x,\"C:\\\"", "y,\"D:\\\"");
        assertThat(shelf.cells()).containsExactly(List.of("x", "C:\\"), List.of("y", "D:\\"));
        assertThat(shelf.remarks).isEmpty();
    }

    @Test
    void quotesThatNeverEndAreNone() throws IOException {
        shelf.read("size,note", "\"5 inch,a", "\"6 inch,b", "\"7 inch,c");
        assertThat(shelf.cells()).contains(List.of("\"5 inch", "a"), List.of("\"7 inch", "c"));
        assertThat(shelf.remarks).containsExactly("is separated by commas, without quotes");
    }

    @Test
    void spacesBeforeAQuoteAndSlipsBehindItAreTolerated() throws IOException {
        shelf.read("name,note", "x, \"a, b\"", "\"Big\" Bob,y", "z,5\" pipe");
        assertThat(shelf.cells())
                .containsExactly(List.of("x", "a, b"), List.of("Big Bob", "y"), List.of("z", "5\" pipe"));
    }

    @Test
    void columnsWithoutNamesAndWithOneNameAreTold() throws IOException {
        shelf.read("Email,,Title,email", "a,b,c,d");
        assertThat(shelf.header).containsExactly("Email", "column 2", "Title", "email");
        try (TextTable table = TextTable.open(shelf.file, java.nio.file.Files::newInputStream)) {
            assertThat(table.repeated()).hasSize(1).containsEntry("email", List.of(1, 4));
        }
    }

    @Test
    void cellsBeyondTheHeaderAreToleratedWhereBlank() throws IOException {
        shelf.read("a,b", "1,2,, ,", "3,4,5", "6");
        assertThat(shelf.cells()).contains(List.of("1", "2"));
        assertThat(shelf.refused())
                .containsExactly(
                        "3 has another number of cells than the header: 3, not 2",
                        "4 has another number of cells than the header: 1, not 2");
        shelf.read("a,b,,", "1,2", "3,4,,", "5,6,,x");
        assertThat(shelf.cells())
                .containsExactly(List.of("1", "2", "", ""), List.of("3", "4", "", ""), List.of("5", "6", "", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff", " \n"})
    void anEmptyTableIsAClearFault(String content) {
        assertThatThrownBy(() -> shelf.read(content))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"type\":\"track\"}~is JSON",
                "[{\"a\":1}]~is JSON",
                "<!DOCTYPE html><html>~is a web page",
                "<?xml version=1.0?>~is a web page",
            })
    void anotherKindOfTextIsAClearFault(String content, String told) {
        assertThatThrownBy(() -> shelf.read(content))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining(told);
    }
}
