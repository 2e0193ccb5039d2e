package io.quanyi.web.json;

import io.quanyi.web.BodyType;
import io.quanyi.web.BoundExceeded;
import io.quanyi.web.load.HeldPlace;
import io.quanyi.web.memory.MemoryProperties;
import io.quanyi.web.memory.RequestMemory;
import io.quanyi.wire.AnswerStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
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
 * Writes answers one by one: as a list, or as lines, each of which is sent before the next question is read, because the caller may wait
 * for it. An answer that is too large, by itself or with those before it in a list, is replaced by a problem; the rest of such a list is
 * not decided.
 */
@Component
class AnswerStreamConverter extends AbstractHttpMessageConverter<AnswerStream<?>> {

    private final JsonMapper mapper;
    private final long most;

    AnswerStreamConverter(JsonMapper mapper, MemoryProperties properties) {
        super(MediaType.APPLICATION_JSON, BodyType.LINES);
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

    /** An error while the body is read or written ends the connection, so that its reader does not take half an answer for a whole one. */
    @Override
    protected void writeInternal(AnswerStream<?> answers, HttpOutputMessage message) throws IOException {
        try {
            if (BodyType.LINES.isCompatibleWith(message.getHeaders().getContentType())) {
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
        HeldPlace place = HeldPlace.current();
        flush(message);
        for (Iterator<Supplier<T>> all = answers.all().iterator(); all.hasNext(); ) {
            Supplier<T> next = all.next();
            place.takeInTurn();
            T answer = next.get();
            BoundedBytes line = written(answer, most);
            place.give();
            send(line, answer, answers, output);
            output.write('\n');
            if (!answers.nextIsThere().getAsBoolean()) {
                flush(message);
            }
        }
    }

    private <T> void writeList(AnswerStream<T> answers, OutputStream output) throws IOException {
        HeldPlace place = HeldPlace.current();
        long left = most;
        char before = '[';
        for (Iterator<Supplier<T>> all = answers.all().iterator(); all.hasNext(); before = ',') {
            Supplier<T> next = all.next();
            place.resume();
            T answer = left == 0 ? null : next.get();
            BoundedBytes item = answer == null ? BoundedBytes.refused(new AnswerTooLarge(most)) : written(answer, left);
            output.write(before);
            send(item, answer, answers, output);
            left = item.refusal() instanceof AnswerTooLarge ? 0 : left - item.size();
        }
        output.write((before == '[' ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
    }

    private BoundedBytes written(@Nullable Object answer, long left) {
        BoundedBytes bytes = new BoundedBytes(left, most, RequestMemory.current());
        try {
            mapper.writeValue(bytes, answer);
        } catch (JacksonException e) {
            if (bytes.refusal() == null) {
                throw e;
            }
        }
        return bytes;
    }

    /** Sends an answer, or the problem that stands in its place. */
    private <T> void send(BoundedBytes bytes, @Nullable T answer, AnswerStream<T> answers, OutputStream output)
            throws IOException {
        BoundExceeded refusal = bytes.refusal();
        if (refusal == null) {
            bytes.sendTo(output);
        } else {
            output.write(
                    mapper.writeValueAsBytes(answers.refusal().apply(answer, refusal.problem(answers.language()))));
        }
    }

    /** By the message itself: flushing its body does nothing. */
    private static void flush(HttpOutputMessage message) throws IOException {
        if (message instanceof Flushable flushable) {
            flushable.flush();
        }
    }
}
