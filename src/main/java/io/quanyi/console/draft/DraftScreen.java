package io.quanyi.console.draft;

import io.quanyi.access.audit.Caller;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Programme;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftContent;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftView;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A draft as a screen shows it to a reader.
 *
 * @param timeline the releases of its programme
 * @param view the draft as it is at present
 * @param request the request for the screen
 */
public record DraftScreen(Timeline timeline, DraftView view, HttpServletRequest request) {

    private static final int TAG_LENGTH = 32;

    /** The programme that the draft changes. */
    public Programme programme() {
        return timeline.programme();
    }

    /** The language of the reader. */
    public Language language() {
        return ConsoleLanguage.of(request);
    }

    /** The languages in which the catalogue of the draft requires names, titles and notes: both, unless it states one. */
    public Set<Language> requiredLanguages() {
        return view.content()
                .file(DraftContent.CATALOGUE)
                .map(CatalogueReader::languages)
                .orElse(EnumSet.allOf(Language.class));
    }

    /** The name of the reader, as the audit log has it. */
    public String caller() {
        return Caller.of(request).principal();
    }

    /** The address of a screen of the draft, such as {@code text}; the overview for an empty name. */
    public String address(String screen) {
        String draft =
                "/console/" + programme().id() + "/drafts/" + view.draft().id();
        return screen.isEmpty() ? draft : draft + "/" + screen;
    }

    /** Whether the draft can still be changed. */
    public boolean isOpen() {
        return view.published() == null;
    }

    /** The text of a file as the draft has it; empty if there is none. Bytes that are no text are replaced. */
    public String text(String name) {
        return view.content()
                .file(name)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The tag of files as the draft has them, by which a form says what its reader has seen. */
    public String tag(String... names) {
        return tag(view.content(), Arrays.asList(names));
    }

    /** The tag of files in a draft, the same for the same content of files of these names. */
    public static String tag(DraftContent content, List<String> names) {
        return tag(names, name -> content.file(name).map(DraftService::digest));
    }

    /**
     * The tag of files of these names.
     *
     * @param digests the digest of the file of each name; empty if there is none
     */
    public static String tag(List<String> names, Function<String, Optional<String>> digests) {
        String seen = names.stream()
                .map(name -> name + " " + digests.apply(name).orElse("none"))
                .collect(Collectors.joining("\n"));
        String digest = DraftService.digest(new SourceFile("seen", seen.getBytes(StandardCharsets.UTF_8)));
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(TAG_LENGTH, hex.length()));
    }
}
