package io.quanyi.release.publish.web;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.answer.LedgerTag;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads the caller and the options of a publishing call from its headers. */
public final class PublishCallReader {

    /** The header with which a caller names a call, so that it can be repeated safely. */
    public static final String RETRY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private PublishCallReader() {}

    /**
     * The caller and the options of the call.
     *
     * @param digest the SHA-256 of everything that was sent
     */
    static Call of(HttpServletRequest request, String digest, boolean dryRun) {
        return of(request, digest, dryRun, LedgerTag::matches);
    }

    /** @param matches whether the header {@code If-Match} names the state of a digest or revision */
    static Call of(HttpServletRequest request, String digest, boolean dryRun, BiPredicate<String, String> matches) {
        String seen = request.getHeader(HttpHeaders.IF_MATCH);
        Predicate<String> sees = seen == null ? any -> true : state -> matches.test(seen, state);
        return new Call(
                Caller.of(request).principal(),
                sees,
                retry(request, digest),
                dryRun,
                null,
                null,
                null,
                ClientConnection.of(request)::isClosed);
    }

    /** @throws ResponseStatusException if the call publishes and names no ledger that the caller has seen */
    static void refuseBlind(HttpServletRequest request, boolean dryRun) {
        if (!dryRun && request.getHeader(HttpHeaders.IF_MATCH) == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
    }

    /**
     * The digest of the members of a body, the same for every layout.
     *
     * @param kind the kind of the call, so that equal bodies of different calls have different digests
     */
    public static String digest(String kind, Tree body) {
        byte[] members = body.toString().getBytes(StandardCharsets.UTF_8);
        return SourceTree.digest(List.of(new SourceFile(kind, members)));
    }

    /**
     * The identity of a call; null if the caller gives it no name.
     *
     * @param digest the SHA-256 of everything that was sent
     * @throws FaultsFound if the name has another form
     */
    public static @Nullable Retry retry(HttpServletRequest request, String digest) {
        String key = request.getHeader(RETRY_KEY);
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new FaultsFound(List.of(Fault.at("/" + RETRY_KEY, "key-not-of-form")));
        }
        return new Retry(key, digest);
    }

    /** The options of a publishing call and its two successes, for the description of the interface. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(name = "dryRun", in = ParameterIn.QUERY, schema = @Schema(types = "boolean"))
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    @Parameter(name = RETRY_KEY, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @interface Described {}
}
