package io.quanyi.ofrep;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Remote Evaluation Protocol of OpenFeature.
 *
 * @param corsOrigins the origins whose pages may evaluate flags, such as {@code https://desk.example.com}
 * @param streams how many streams of events may be open at once
 * @param streamsPerCaller how many of those may be of one caller
 * @param streamTime how long a stream stays open; its reader opens another
 * @param keepAlive how often a stream is written to where nothing happens, so that proxies keep it open and one that is gone is found
 * @param secret the text that signs the addresses of streams, at least 32 characters; replicas need the same. Absent means that each process makes
 *     its own
 */
@ConfigurationProperties("quanyi.ofrep")
record OfrepProperties(
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("256") int streams,
        @DefaultValue("16") int streamsPerCaller,
        @DefaultValue("30m") Duration streamTime,
        @DefaultValue("15s") Duration keepAlive,
        @Nullable String secret) {

    private static final int MIN_SECRET_LENGTH = 32;

    OfrepProperties {
        corsOrigins = List.copyOf(corsOrigins);
        require(streams > 0, "streams", "more than 0");
        require(
                streamsPerCaller > 0 && streamsPerCaller <= streams,
                "streams-per-caller",
                "more than 0, and at most quanyi.ofrep.streams");
        require(keepAlive.toSeconds() > 0, "keep-alive", "at least a second");
        require(streamTime.toSeconds() > 0, "stream-time", "at least a second");
        require(
                secret == null || secret.length() >= MIN_SECRET_LENGTH,
                "secret",
                "at least " + MIN_SECRET_LENGTH + " characters");
        require(!corsOrigins.contains("*"), "cors-origins", "a list of origins, without *");
    }

    private static void require(boolean holds, String name, String bounds) {
        if (!holds) {
            throw new IllegalArgumentException("quanyi.ofrep." + name + " has to be " + bounds);
        }
    }
}
