package io.quanyi.web;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this package to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpProperties.class, MemoryProperties.class})
class WebConfiguration implements WebMvcConfigurer {

    private final HttpProperties properties;

    WebConfiguration(HttpProperties properties) {
        this.properties = properties;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LanguageArgument());
        resolvers.add(new DocumentsArgument(properties));
    }

    /** Comes after what {@code server.forward-headers-strategy} puts in front, which may believe a proxy. */
    @Bean
    FilterRegistrationBean<Filter> forwardedHeaders() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(withoutForwardedHeaders());
        registration.setOrder(FilterOrder.FORWARDED);
        return registration;
    }

    /** Hides {@code Forwarded} and {@code X-Forwarded-*}, which anybody can send, from whatever would make addresses of them. */
    static Filter withoutForwardedHeaders() {
        ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
        filter.setRemoveOnly(true);
        return filter;
    }

    /** Tags each answer to a question about releases with a digest of its bytes, so that nothing is sent twice. */
    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/v1/programmes/*");
        return registration;
    }
}
