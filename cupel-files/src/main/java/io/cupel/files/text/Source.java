package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The bytes of a file as a program wrote them: a gzip file, told by its first bytes and not by its name, is unpacked. A
 * file that grows is read to the line that it ended with when its reading began.
 */
public final class Source {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int MAGIC_MAX = 8;

    /** What is said of files that hold no text, and by which first bytes they are told. */
    private static final Map<String, byte[]> OTHER = other();

    private Source() {}

    /**
     * Opens a file that holds text.
     *
     * @throws FileFault if it is no file that could hold any, or, at reading on, if its packing is broken or it became
     *     shorter
     * @throws IOException if it cannot be read
     */
    public static InputStream open(Path file, Opening opening) throws IOException {
        String name = file.toString();
        expectRegular(file);
        long size = Files.size(file);
        InputStream in = opening.open(file);
        try {
            Look look = Look.at(in, MAGIC_MAX);
            byte[] start = look.bytes();
            for (Entry<String, byte[]> other : OTHER.entrySet()) {
                if (startsWith(start, other.getValue())) {
                    throw new FileFault(name, other.getKey());
                }
            }
            boolean isPacked = startsWith(start, GZIP);
            InputStream steady = new SteadyStream(name, look.whole(), size, !isPacked);
            return isPacked ? new UnpackedStream(name, steady, UnpackedStream.Limits.USUAL) : steady;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Opens a file that holds JSON Lines, which are always UTF-8.
     *
     * @throws FileFault as {@link #open}, or if it is UTF-16
     * @throws IOException if it cannot be read
     */
    public static InputStream openLog(Path file, Opening opening) throws IOException {
        InputStream in = open(file, opening);
        Look look = Look.at(in, MAGIC_MAX);
        Encoding encoding = Encoding.of(look.bytes(), true);
        if (encoding == Encoding.UTF_16_LITTLE || encoding == Encoding.UTF_16_BIG || encoding == Encoding.UTF_32) {
            in.close();
            throw notUtf8(file.toString(), encoding);
        }
        return new LocatedStream(file, look.whole());
    }

    /** That a file would hold JSON Lines, were it not in another encoding. */
    static FileFault notUtf8(String file, Encoding encoding) {
        return new FileFault(file, "is " + encoding.text() + "; JSON Lines are UTF-8: save it as UTF-8");
    }

    /**
     * What a file begins with. Where its packing breaks off, what stands before; reading it tells the fault.
     *
     * @throws FileFault if it is no file that could hold text
     * @throws IOException if it cannot be opened
     */
    public static byte[] start(Path file, int bytesMax) throws IOException {
        try (InputStream in = open(file, Files::newInputStream)) {
            return Look.at(in, bytesMax).bytes();
        }
    }

    /**
     * Expects a file that can be read more than once.
     *
     * @throws FileFault if there is none, or if it is a folder, a pipe or a device
     */
    public static void expectRegular(Path file) throws FileFault {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new FileFault(name, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FileFault(name, "is a folder; name the files in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileFault(
                    name,
                    "is a pipe or a device, and Cupel may read a file twice; write it to a file first"
                            + " (a .gz file is read as it is)");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static Map<String, byte[]> other() {
        Map<String, byte[]> other = new LinkedHashMap<>();
        String unpack = "; unpack it first, or pack it with gzip";
        put(other, "is an Excel workbook or a zip file; save the table as CSV UTF-8, or unpack it", 'P', 'K', 3, 4);
        put(other, "is an old Excel workbook; save the table as CSV UTF-8", 0xd0, 0xcf, 0x11, 0xe0);
        put(other, "is a PDF; export the table as CSV UTF-8", '%', 'P', 'D', 'F', '-');
        put(other, "is a Parquet file, which cannot be read here", 'P', 'A', 'R', '1');
        put(other, "is packed with zstd" + unpack, 0x28, 0xb5, 0x2f, 0xfd);
        put(other, "is packed with xz" + unpack, 0xfd, '7', 'z', 'X', 'Z', 0);
        put(other, "is packed with bzip2" + unpack, 'B', 'Z', 'h', '9', '1', 'A', 'Y');
        return other;
    }

    private static void put(Map<String, byte[]> other, String reason, int... start) {
        byte[] bytes = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        other.put(reason, bytes);
    }
}
