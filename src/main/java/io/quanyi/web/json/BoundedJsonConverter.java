package io.quanyi.web.json;

import io.quanyi.web.BoundExceeded;
import io.quanyi.web.memory.MemoryProperties;
import io.quanyi.web.memory.RequestMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as JSON, sent once it is known to be no larger than answers may be. */
@Component
class BoundedJsonConverter extends JacksonJsonHttpMessageConverter {

    private final long most;

    BoundedJsonConverter(JsonMapper mapper, MemoryProperties properties) {
        super(mapper);
        this.most = properties.maxAnswer().toBytes();
    }

    /** Bodies are read strictly, by another converter. */
    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    /** Texts, bytes and resources are sent as they are. */
    @Override
    public boolean canWrite(ResolvableType type, Class<?> answer, @Nullable MediaType mediaType) {
        boolean ofOthers = answer == byte[].class || answer == String.class || Resource.class.isAssignableFrom(answer);
        return !ofOthers && super.canWrite(type, answer, mediaType);
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        BoundedBytes bytes = new BoundedBytes(most, most, RequestMemory.current());
        try {
            super.writeInternal(answer, type, new Kept(message.getHeaders(), bytes), hints);
        } catch (IOException | HttpMessageNotWritableException e) {
            BoundExceeded refusal = bytes.refusal();
            if (refusal != null) {
                throw refusal;
            }
            throw e;
        }
        message.getHeaders().setContentLength(bytes.size());
        bytes.sendTo(message.getBody());
    }

    private record Kept(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
