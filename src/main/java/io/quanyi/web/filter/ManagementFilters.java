package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.load.BodyBound;
import jakarta.servlet.Filter;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Registers the filters once more for the management port, where it is a port and so a server of its own. */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementFilters {

    @Bean
    FilterRegistrationBean<Filter> managementRequestIds(RequestIds filter) {
        return registration(filter, FilterOrder.REQUEST_ID);
    }

    @Bean
    FilterRegistrationBean<Filter> managementSecurityHeaders(SecurityHeaders filter) {
        return registration(filter, FilterOrder.SECURITY_HEADERS);
    }

    @Bean
    FilterRegistrationBean<Filter> managementRequestSyntax(RequestSyntax filter) {
        return registration(filter, FilterOrder.SYNTAX);
    }

    @Bean
    FilterRegistrationBean<Filter> managementForwardedHeaders() {
        return registration(FilterConfiguration.withoutForwardedHeaders(), FilterOrder.FORWARDED);
    }

    @Bean
    FilterRegistrationBean<Filter> managementKnownHosts(KnownHosts filter) {
        return registration(filter, FilterOrder.HOST);
    }

    @Bean
    FilterRegistrationBean<Filter> managementNoCrossOrigin(NoCrossOrigin filter) {
        return registration(filter, FilterOrder.ORIGIN);
    }

    @Bean
    FilterRegistrationBean<Filter> managementBodyBound(BodyBound filter) {
        return registration(filter, FilterOrder.BODY);
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
