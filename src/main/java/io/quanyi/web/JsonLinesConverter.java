package io.quanyi.web;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer a line, and sends each at once: whoever asks may wait for it before asking on. */
@Component
class JsonLinesConverter extends AbstractHttpMessageConverter<Stream<?>> {

    private final JsonMapper mapper;

    JsonLinesConverter(JsonMapper mapper) {
        super(JsonLines.MEDIA_TYPE);
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Stream.class.isAssignableFrom(type);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Stream<?> readInternal(Class<? extends Stream<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    /** An end that is not the end of the body breaks the connection off: its reader must not take it for a whole answer. */
    @Override
    protected void writeInternal(Stream<?> lines, HttpOutputMessage message) throws IOException {
        OutputStream output = message.getBody();
        flush(message);
        try {
            for (Iterator<?> all = lines.iterator(); all.hasNext(); ) {
                output.write(mapper.writeValueAsBytes(all.next()));
                output.write('\n');
                flush(message);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** By the message itself: flushing its body does nothing. */
    private static void flush(HttpOutputMessage message) throws IOException {
        if (message instanceof Flushable flushable) {
            flushable.flush();
        }
    }
}
