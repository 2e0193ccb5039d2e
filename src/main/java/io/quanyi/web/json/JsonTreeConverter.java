package io.quanyi.web.json;

import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Gives a controller the body as a tree; what it means is the feature's to say. */
@Component
class JsonTreeConverter extends AbstractHttpMessageConverter<Tree> {

    JsonTreeConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Tree.class;
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Tree readInternal(Class<? extends Tree> type, HttpInputMessage message) throws java.io.IOException {
        refuseOtherCharsets(message);
        return JsonReader.read(message.getBody().readAllBytes());
    }

    /** JSON is UTF-8, whatever else its sender calls it. */
    static void refuseOtherCharsets(HttpMessage message) {
        MediaType sent = message.getHeaders().getContentType();
        Charset charset = sent == null ? null : sent.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Override
    protected void writeInternal(Tree tree, HttpOutputMessage message) {
        throw new UnsupportedOperationException();
    }
}
