package io.quanyi.web.json;

import io.quanyi.web.standard.ProblemForm;
import io.quanyi.wire.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Writes a problem as text, where that is its {@link ProblemForm}. */
@Component
class ProblemTextConverter extends AbstractHttpMessageConverter<Problem> {

    ProblemTextConverter() {
        super(MediaType.TEXT_PLAIN);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Problem.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Problem readInternal(Class<? extends Problem> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(Problem problem, HttpOutputMessage message) throws IOException {
        message.getBody().write(ProblemForm.text(problem).getBytes(StandardCharsets.UTF_8));
    }
}
