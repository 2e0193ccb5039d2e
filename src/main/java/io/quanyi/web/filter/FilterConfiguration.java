package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Registers two filters of Spring: one that hides the headers of proxies, and one that gives answers about releases an entity tag.
 */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

    /** Comes after what {@code server.forward-headers-strategy} puts in front, which may believe a proxy. */
    @Bean
    FilterRegistrationBean<Filter> forwardedHeaders() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(withoutForwardedHeaders());
        registration.setOrder(FilterOrder.FORWARDED);
        return registration;
    }

    /** Hides {@code Forwarded} and {@code X-Forwarded-*}, which every caller can send, so that no part of the service takes an address from them. */
    static Filter withoutForwardedHeaders() {
        ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
        filter.setRemoveOnly(true);
        return filter;
    }

    /** Tags each answer to a question about releases, so that nothing is sent twice. */
    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new EntityTagFilter());
        registration.addUrlPatterns("/v1/programmes/*");
        return registration;
    }
}
