package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The user's files: UTF-8, up to a limit. */
public final class InputFile {
    /** Enough for sixteen thousand devices in NetBox's export. */
    public static final int MAX_CHARACTERS = 64 << 20;

    private InputFile() {}

    /** @throws IOException if it can't be read, is too large, or is not UTF-8; the message continues a sentence */
    public static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_CHARACTERS) {
            throw new IOException("it is larger than " + (MAX_CHARACTERS >> 20) + " MiB");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        }
    }

    /** The error for a file that could not be read. */
    public static InventoryException unreadable(String source, IOException e) {
        String why = e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
        return new InventoryException(
                List.of(new Problem(new Position(source, 0), "", "can't be read: " + why, "a readable file in UTF-8")));
    }
}
