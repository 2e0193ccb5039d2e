package io.quanyi.workshop.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Calls a running service with an API key. Redirects are not followed, because the key is for this address only. */
final class RemoteService {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int MAX_ANSWER_BYTES = 32 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
    private final String key;
    private final String language;

    /** @param language the tag of the language of the answers */
    RemoteService(String key, String language) {
        this.key = key;
        this.language = language;
    }

    /** The answer to a call. */
    record Reply(int status, HttpHeaders headers, String body) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Thrown if the service gives no answer, or one that cannot be used. */
    static final class NoReply extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NoReply(Throwable cause) {
            super(cause);
            this.reason = reason(cause);
        }

        /** The reason, as the last part of the code of its text. */
        String reason() {
            return reason;
        }

        private static String reason(Throwable cause) {
            if (cause instanceof ConnectException) {
                return "connection";
            }
            if (cause instanceof SSLException) {
                return "protection";
            }
            return cause instanceof TimeoutException || cause instanceof HttpTimeoutException ? "time" : "torn";
        }
    }

    Reply get(URI address, Duration patience) throws NoReply {
        return ask(HttpRequest.newBuilder(address).GET(), patience);
    }

    Reply post(HttpRequest.Builder request, Duration patience) throws NoReply {
        return ask(request, patience);
    }

    /** The whole answer, if it comes in time. */
    private Reply ask(HttpRequest.Builder request, Duration patience) throws NoReply {
        HttpRequest made = request.header("X-API-Key", key)
                .header("Accept-Language", language)
                .timeout(patience)
                .build();
        CompletableFuture<Reply> reply = http.sendAsync(made, BodyHandlers.ofInputStream())
                .thenApply(RemoteService::whole)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return reply.join();
        } catch (CompletionException e) {
            throw new NoReply(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static Reply whole(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] read = body.readNBytes(MAX_ANSWER_BYTES + 1);
            if (read.length > MAX_ANSWER_BYTES) {
                throw new IOException("more than " + MAX_ANSWER_BYTES + " bytes");
            }
            return new Reply(response.statusCode(), response.headers(), new String(read, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
