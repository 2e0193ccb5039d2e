package io.quanyi.web.load;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Bounds connections, bodies and requests on the management port too, where it is a port and so a server of its own. */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementBounds {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatWebServerFactory> managementServerBounds(ServerBounds bounds) {
        return bounds::customizeManagement;
    }
}
