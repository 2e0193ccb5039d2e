package io.quanyi.web.json;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.web.BodyTooLarge;
import io.quanyi.web.BodyType;
import io.quanyi.web.HttpProperties;
import io.quanyi.web.RequestLanguage;
import io.quanyi.wire.DocumentStream;
import io.quanyi.wire.DocumentStream.Document;
import io.quanyi.wire.DocumentStream.Parsed;
import io.quanyi.wire.DocumentStream.Refused;
import io.quanyi.wire.JsonReader;
import io.quanyi.wire.JsonReader.Item;
import io.quanyi.wire.JsonReader.Items;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Passes the documents of a body to a controller: the items of a JSON list, whose number is bounded, or any number of lines. */
@Component
class DocumentStreamArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final int most;
    private final int longestLine;

    DocumentStreamArgument(HttpProperties properties) {
        this.most = properties.maxBatch();
        this.longestLine = Math.toIntExact(properties.maxLine().toBytes());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DocumentStream.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request =
                Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class), "a servlet's request");
        ServletServerHttpRequest message = new ServletServerHttpRequest(request);
        StrictJsonConverter.refuseOtherCharsets(message);
        Language language = RequestLanguage.of(request);
        return BodyType.isLines(request.getContentType())
                ? JsonLines.of(request, longestLine, language)
                : list(message, language);
    }

    private DocumentStream list(ServletServerHttpRequest message, Language language) {
        Items items = JsonReader.readItems(body(message));
        if (items.size() > most) {
            throw new BodyTooLarge(Fault.at("", "too-many", items.size(), most));
        }
        return new DocumentStream(items.all().map(item -> document(item, language)), () -> true);
    }

    private static Document document(Item item, Language language) {
        return item.faults().isEmpty()
                ? new Parsed(item.tree())
                : new Refused(Problem.malformed(item.faults(), language));
    }

    private static byte[] body(ServletServerHttpRequest message) {
        try {
            return message.getBody().readAllBytes();
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("the body did not come whole", e, message);
        }
    }
}
