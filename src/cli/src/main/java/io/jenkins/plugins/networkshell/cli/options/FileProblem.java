package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes Java's file exceptions in words that follow "the file". */
public final class FileProblem {
    private FileProblem() {}

    /** @param option names the file or folder to write */
    public static BadInputException unwritable(String option, Path path, IOException e) {
        return new BadInputException(
                "The file or folder " + path + " that " + option + " names " + ofOutput(e) + ".", e);
    }

    /** For a file to write. */
    public static String ofOutput(IOException e) {
        return e instanceof NoSuchFileException ? "is in a folder that does not exist" : of(e);
    }

    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        } else if (e instanceof AccessDeniedException) {
            return "may not be accessed";
        } else if (e instanceof FileAlreadyExistsException) {
            return "is not a folder";
        } else if (e instanceof CharacterCodingException) {
            return "is not text in UTF-8";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            return "can't be used (" + system.getReason() + ")";
        }
        return "can't be used (" + e.getMessage() + ")";
    }
}
