package io.quanyi.web.json;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.web.load.WholeBody;
import io.quanyi.wire.JsonReader;
import java.io.IOException;
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

/**
 * Reads a JSON body strictly, and binds it to the record that a controller takes; all its faults are thrown at once, as {@link
 * FaultsFound}. A controller that takes the {@link Tree} binds it itself.
 */
@Component
class StrictJsonConverter extends AbstractHttpMessageConverter<Object> {

    StrictJsonConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Tree.class || type.isRecord();
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        refuseOtherCharsets(message);
        long announced = message.getHeaders().getContentLength();
        Tree body = JsonReader.read(WholeBody.bytes(message.getBody(), announced, Integer.MAX_VALUE));
        return type == Tree.class ? body : new RecordBinder(new Faults()).require(body, type.asSubclass(Record.class));
    }

    /** Reads JSON as UTF-8, even if its sender names another encoding. */
    static void refuseOtherCharsets(HttpMessage message) {
        MediaType sent = message.getHeaders().getContentType();
        Charset charset = sent == null ? null : sent.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) {
        throw new UnsupportedOperationException();
    }
}
