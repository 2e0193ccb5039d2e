package io.quanyi.web.json;

import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds {@code Content-Language} to an answer, and {@code Vary}, because {@code Accept-Language} would have changed it. */
@RestControllerAdvice("io.quanyi")
class ContentLanguageAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter)
                || converter == AnswerStreamConverter.class
                || converter == ProblemFormConverter.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        // Without a map of all headers, which Spring makes once more for the answer
        Language language = request instanceof ServletServerHttpRequest servlet
                ? RequestLanguage.of(servlet.getServletRequest())
                : RequestLanguage.of(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        List<String> vary = new ArrayList<>(response.getHeaders().getVary());
        vary.add(HttpHeaders.ACCEPT_LANGUAGE);
        response.getHeaders().setVary(vary);
        return body;
    }
}
