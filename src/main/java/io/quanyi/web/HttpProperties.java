package io.quanyi.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What HTTP lets in.
 *
 * @param maxBody the largest body that is read
 * @param allowedHosts the names that the service answers to, without port; {@code *} where a proxy in front checks them
 */
@ConfigurationProperties("quanyi.http")
record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) List<String> allowedHosts) {}
