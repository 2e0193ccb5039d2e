package io.quanyi.web;

import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.Problem;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers one by one, as they are made: as a list, or as lines, each of which is sent at once, for the caller may wait for it
 * before asking on. An answer that is too large, by itself or with those before it in a list, is a problem in its place; the
 * rest of such a list is not decided.
 */
@Component
class AnswerStreamConverter extends AbstractHttpMessageConverter<AnswerStream<?>> {

    private final JsonMapper mapper;
    private final long most;

    AnswerStreamConverter(JsonMapper mapper, MemoryProperties properties) {
        super(MediaType.APPLICATION_JSON, JsonLines.MEDIA_TYPE);
        this.mapper = mapper;
        this.most = properties.maxAnswer().toBytes();
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == AnswerStream.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected AnswerStream<?> readInternal(Class<? extends AnswerStream<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    /** An end that is not the end of the body breaks the connection off: its reader must not take it for a whole answer. */
    @Override
    protected void writeInternal(AnswerStream<?> answers, HttpOutputMessage message) throws IOException {
        try {
            if (JsonLines.MEDIA_TYPE.isCompatibleWith(message.getHeaders().getContentType())) {
                writeLines(answers, message);
            } else {
                writeList(answers, message.getBody());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <T> void writeLines(AnswerStream<T> answers, HttpOutputMessage message) throws IOException {
        OutputStream output = message.getBody();
        flush(message);
        for (Iterator<Supplier<T>> all = answers.all().iterator(); all.hasNext(); ) {
            BoundedBytes line = written(all.next().get(), most);
            (line == null ? refusal(answers) : line).sendTo(output);
            output.write('\n');
            flush(message);
        }
    }

    private <T> void writeList(AnswerStream<T> answers, OutputStream output) throws IOException {
        long left = most;
        boolean full = false;
        char before = '[';
        for (Iterator<Supplier<T>> all = answers.all().iterator(); all.hasNext(); before = ',') {
            Supplier<T> next = all.next();
            BoundedBytes item = full ? null : written(next.get(), left);
            full = item == null;
            output.write(before);
            (item == null ? refusal(answers) : item).sendTo(output);
            left -= item == null ? 0 : item.size();
        }
        output.write((before == '[' ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer in JSON; null if it has more bytes than that. */
    private @Nullable BoundedBytes written(@Nullable Object answer, long most) {
        BoundedBytes bytes = new BoundedBytes(most, RequestMemory.current());
        try {
            mapper.writeValue(bytes, answer);
            return bytes;
        } catch (JacksonException e) {
            if (bytes.isOverfull()) {
                return null;
            }
            throw e;
        }
    }

    private <T> BoundedBytes refusal(AnswerStream<T> answers) {
        Problem problem = AnswerTooLarge.problem(most, answers.language());
        return Objects.requireNonNull(written(answers.refusal().apply(problem), most), "a problem is small");
    }

    /** By the message itself: flushing its body does nothing. */
    private static void flush(HttpOutputMessage message) throws IOException {
        if (message instanceof Flushable flushable) {
            flushable.flush();
        }
    }
}
