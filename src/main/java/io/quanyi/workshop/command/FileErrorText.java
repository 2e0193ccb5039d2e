package io.quanyi.workshop.command;

import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The text of an error of the file system: the file and the reason. The message of the platform is in English and is not shown. */
public final class FileErrorText {

    private FileErrorText() {}

    public static String of(IOException trouble, Language language) {
        String reason = Texts.of(language, code(trouble));
        String file = trouble instanceof FileSystemException failure ? failure.getFile() : null;
        return file == null ? reason : file + Punctuation.of(language).colon() + reason;
    }

    private static String code(IOException trouble) {
        if (trouble instanceof NoSuchFileException || trouble instanceof NotDirectoryException) {
            return "trouble.missing";
        }
        if (trouble instanceof AccessDeniedException) {
            return "trouble.forbidden";
        }
        return trouble instanceof CharacterCodingException ? "fault.not-utf8" : "trouble.unknown";
    }
}
