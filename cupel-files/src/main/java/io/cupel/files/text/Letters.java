package io.cupel.files.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of the bytes of a file's lines. A file has one encoding. */
final class Letters {
    /** What Windows-1252 has from 0x80 on; beyond these 32 it agrees with ISO 8859-1. */
    private static final String OF_WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private Encoding encoding;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** @param encoding of UTF-16, what {@link NarrowStream} makes of it is expected */
    Letters(Encoding encoding) {
        this.encoding = encoding;
    }

    Encoding encoding() {
        return encoding;
    }

    String text(byte[] line, int length) throws Refusal {
        if (isAscii(line, length)) {
            return new String(line, 0, length, StandardCharsets.ISO_8859_1);
        }
        decide(line, length, true);
        if (encoding == Encoding.WINDOWS_1252) {
            return ofWindows(line, length);
        }
        try {
            return decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(encoding == Encoding.UTF_8 ? Reason.NOT_UTF8 : Reason.HALF_CHARACTER);
        }
    }

    /** The line with a sign in place of what is no text, for showing it. */
    String shown(byte[] line, int length) {
        decide(line, length, false);
        return encoding == Encoding.WINDOWS_1252
                ? ofWindows(line, length)
                : new String(line, 0, length, StandardCharsets.UTF_8);
    }

    private void decide(byte[] line, int length, boolean isWhole) {
        if (encoding == Encoding.OPEN) {
            encoding = Encoding.byLetters(line, length, isWhole);
        }
    }

    private static boolean isAscii(byte[] line, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= line[i];
        }
        return all >= 0;
    }

    private static String ofWindows(byte[] line, int length) {
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            int code = line[i] & 0xff;
            letters[i] = code >= 0x80 && code < 0xa0 ? OF_WINDOWS.charAt(code - 0x80) : (char) code;
        }
        return new String(letters);
    }
}
