package io.quanyi.workshop.command;

import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The note of a release in a call: in Chinese, in English, or in both. Which are needed, the catalogue of the programme says. */
public final class NoteOptions {

    @Option(names = "--note-zh", paramLabel = "TEXT")
    private @Nullable String chinese;

    @Option(names = "--note-en", paramLabel = "TEXT")
    private @Nullable String english;

    /**
     * The note.
     *
     * @throws InvalidCall if the call has none
     */
    public BilingualText note(Output output) {
        if (chinese == null && english == null) {
            throw output.wrong(output.text("note-missing"));
        }
        Map<String, String> byTag = new LinkedHashMap<>();
        if (chinese != null) {
            byTag.put(Language.CHINESE.tag(), chinese);
        }
        if (english != null) {
            byTag.put(Language.ENGLISH.tag(), english);
        }
        return new BilingualText(byTag);
    }
}
