package io.cupel.app.contracts.web;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The texts of contracts on their way in and out: YAML as it was written, byte for byte. */
final class Yaml {
    static final String TYPE = "application/yaml";
    static final String TYPE_OLD = "application/x-yaml";
    static final String TYPE_TEXT = "text/yaml";
    static final String TYPE_PLAIN = "text/plain";
    /** What is sent back, so that no reader guesses the encoding. */
    static final String TYPE_UTF8 = "application/yaml;charset=UTF-8";

    private Yaml() {}

    static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            // PostgreSQL keeps no such character in a text, and no contract has one.
            if (text.indexOf('\0') >= 0) {
                throw new ProblemException(Problem.MALFORMED, "the text has a zero byte");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.MALFORMED, "the text is not UTF-8; save it as UTF-8 text");
        }
    }
}
