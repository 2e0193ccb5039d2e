package io.quanyi.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this package to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpProperties.class, LoadProperties.class, MemoryProperties.class})
class WebConfiguration implements WebMvcConfigurer {

    private static final Pattern PUBLISHED = Pattern.compile("/v1/programmes/[^/]*/releases");

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

    /** Reads forms with files only where they are published; elsewhere they are refused unread. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver forms() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return PUBLISHED.matcher(request.getRequestURI()).matches() && super.isMultipart(request);
            }
        };
    }

    /** Tags each answer to a question about releases with a digest of its bytes, so that nothing is sent twice. */
    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/v1/programmes/*");
        return registration;
    }
}
