package io.quanyi.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Waits longer for more of a body than for a request to begin: who asks line by line may have to think. */
@Component
class BodyPatience implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final int millis;

    BodyPatience(HttpProperties properties) {
        this.millis = Math.toIntExact(properties.bodyIdle().toMillis());
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout(millis);
            }
        });
    }
}
