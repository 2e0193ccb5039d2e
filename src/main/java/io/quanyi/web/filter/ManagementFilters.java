package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.load.BodySizeFilter;
import jakarta.servlet.Filter;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Registers the filters once more for the management port, where it is a port and so a server of its own. */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementFilters {

    @Bean
    FilterRegistrationBean<Filter> managementRequestIdFilter(RequestIdFilter filter) {
        return registration(filter, FilterOrder.REQUEST_ID);
    }

    @Bean
    FilterRegistrationBean<Filter> managementSecurityHeadersFilter(SecurityHeadersFilter filter) {
        return registration(filter, FilterOrder.SECURITY_HEADERS);
    }

    @Bean
    FilterRegistrationBean<Filter> managementRetryAfterFilter(RetryAfterFilter filter) {
        return registration(filter, FilterOrder.RETRY);
    }

    @Bean
    FilterRegistrationBean<Filter> managementRequestSyntaxFilter(RequestSyntaxFilter filter) {
        return registration(filter, FilterOrder.SYNTAX);
    }

    @Bean
    FilterRegistrationBean<Filter> managementForwardedHeaders() {
        return registration(FilterConfiguration.withoutForwardedHeaders(), FilterOrder.FORWARDED);
    }

    @Bean
    FilterRegistrationBean<Filter> managementAllowedHostsFilter(AllowedHostsFilter filter) {
        return registration(filter, FilterOrder.HOST);
    }

    @Bean
    FilterRegistrationBean<Filter> managementCrossOriginFilter(CrossOriginFilter filter) {
        return registration(filter, FilterOrder.ORIGIN);
    }

    @Bean
    FilterRegistrationBean<Filter> managementBodySizeFilter(BodySizeFilter filter) {
        return registration(filter, FilterOrder.BODY);
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
