package io.cupel.contract;

import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A contract file as it was written. Whatever stands in it, and whether it can be read at all, {@link #check()} tells;
 * nothing here throws for a bad file.
 */
public final class ContractFile {
    private final String name;
    private final String text;
    /** Why the text is not the file's; null where it is. */
    private final @Nullable Failure failure;

    private ContractFile(String name, String text, @Nullable Failure failure) {
        this.name = name;
        this.text = text;
        this.failure = failure;
    }

    private record Failure(Code code, String message) {}

    /** Reads a file; findings call it by the path as given. */
    public static ContractFile read(Path path) {
        String name = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(Limits.FILE_BYTES_MAX + 1);
            if (bytes.length > Limits.FILE_BYTES_MAX) {
                return tooBig(name);
            }
            return new ContractFile(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    null);
        } catch (CharacterCodingException e) {
            return new ContractFile(
                    name, "", new Failure(Code.NOT_UTF8, "the file is not UTF-8; save it as UTF-8 text"));
        } catch (NoSuchFileException e) {
            return new ContractFile(name, "", new Failure(Code.UNREADABLE, "there is no such file"));
        } catch (AccessDeniedException e) {
            return new ContractFile(name, "", new Failure(Code.UNREADABLE, "reading it is not permitted"));
        } catch (IOException e) {
            String why =
                    Files.isDirectory(path) ? "it is a folder" : e.getClass().getSimpleName();
            return new ContractFile(name, "", new Failure(Code.UNREADABLE, "the file cannot be read: " + why));
        }
    }

    /** Takes a text that is there already, such as that of an editor or a stored version. */
    public static ContractFile of(String fileName, String text) {
        // A character takes one byte or more, so the first comparison saves counting the bytes of a huge text.
        boolean isBig = text.length() > Limits.FILE_BYTES_MAX
                || text.getBytes(StandardCharsets.UTF_8).length > Limits.FILE_BYTES_MAX;
        return isBig ? tooBig(fileName) : new ContractFile(fileName, text, null);
    }

    private static ContractFile tooBig(String name) {
        return new ContractFile(
                name,
                "",
                new Failure(
                        Code.FILE_TOO_BIG,
                        "the file is larger than " + Limits.FILE_BYTES_MAX / 1024
                                + " KiB; a contract is a page or two"));
    }

    /** Reads and checks all of it, whatever is wrong on the way. */
    public CheckResult check() {
        Findings findings = new Findings(new Source(name, text));
        Contract contract = null;
        if (failure != null) {
            findings.add(failure.code(), Place.START, failure.message());
        } else if (hasLoneSurrogate(findings)) {
            return new CheckResult(null, findings.sorted());
        } else {
            Node root = YamlReader.read(text, findings);
            contract = root == null ? null : ContractReader.read(root, findings);
        }
        return new CheckResult(findings.hasFaults() ? null : contract, findings.sorted());
    }

    /** Half of a character, which no file has and an editor's text might. */
    private boolean hasLoneSurrogate(Findings findings) {
        int index = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
                findings.add(
                        Code.NOT_UTF8, findings.source().placeOf(text, index), "half of a character; write it again");
                return true;
            }
            index++;
        }
        return false;
    }
}
