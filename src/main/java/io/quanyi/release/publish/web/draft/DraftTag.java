package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.DraftView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The entity tags of drafts and of their files, and the conditions that callers make with them. */
public final class DraftTag {

    private static final int SHOWN = 32;
    private static final char SEPARATOR = '-';
    private static final String ANY = "*";

    private DraftTag() {}

    /** The tag of a revision or digest. */
    public static String of(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return '"' + hex.substring(0, Math.min(SHOWN, hex.length())) + '"';
    }

    /**
     * The tag of a draft, which says beside its revision whether it was published or overtaken: the same files, but another
     * answer.
     */
    static String of(DraftView view) {
        String tag = of(view.draft().revision());
        if (view.published() != null) {
            return with(tag, String.valueOf(view.published()));
        }
        return view.overtaken() == null ? tag : with(tag, "overtaken-" + view.overtaken());
    }

    private static String with(String tag, String more) {
        return tag.substring(0, tag.length() - 1) + SEPARATOR + more + '"';
    }

    /**
     * Whether the caller has seen a draft of some revision.
     *
     * @throws ResponseStatusException if the caller does not say what it has seen
     */
    static Predicate<String> seenDraft(HttpServletRequest request) {
        String seen = request.getHeader(HttpHeaders.IF_MATCH);
        if (seen == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
        return revision -> Arrays.stream(seen.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(ANY) || revision(tag).equals(of(revision)));
    }

    /**
     * Whether the caller has seen what stands in the place of a file, by the digest of that: {@code If-Match} names a
     * file, {@code If-None-Match: *} says that there is none.
     *
     * @throws ResponseStatusException if the caller does not say what it has seen
     */
    static Predicate<Optional<String>> seenFile(HttpServletRequest request) {
        String seen = request.getHeader(HttpHeaders.IF_MATCH);
        String none = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (seen == null && !isAny(none)) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
        return digest -> seen == null
                ? digest.isEmpty()
                : digest.map(present -> matches(seen, of(present))).orElse(false);
    }

    private static String revision(String tag) {
        int separator = tag.indexOf(SEPARATOR);
        return separator < 0 ? tag : tag.substring(0, separator) + '"';
    }

    private static boolean isAny(@Nullable String header) {
        return header != null && header.strip().equals(ANY);
    }

    private static boolean matches(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals(ANY) || one.equals(tag));
    }
}
