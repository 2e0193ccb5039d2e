package io.quanyi.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds and switches of HTTP.
 *
 * @param maxBody the largest body that is read
 * @param maxBatch how many questions a JSON list may have
 * @param maxLine the longest line of a body that has a question a line; such a body may be of any size
 * @param bodyIdle how long to wait for more of a body
 * @param description whether the description of the interface and Swagger UI are there; if this is not said, where there are no credentials
 * @param allowedHosts the names that the service answers to, without port; {@code *} where a proxy in front checks them
 */
@ConfigurationProperties("quanyi.http")
public record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("500") int maxBatch,
        @DefaultValue("64KB") DataSize maxLine,
        @DefaultValue("20s") Duration bodyIdle,
        @Nullable Boolean description,
        @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) List<String> allowedHosts) {}
