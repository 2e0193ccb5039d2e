package io.quanyi.web.json;

import io.quanyi.web.standard.ProblemForm;
import io.quanyi.wire.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in the {@link ProblemForm} of a standard. It comes before the converter that writes every answer as JSON. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemFormConverter extends AbstractHttpMessageConverter<Problem> {

    private final JsonMapper mapper;

    ProblemFormConverter(JsonMapper mapper) {
        super(MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON);
        this.mapper = mapper;
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
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return ProblemForm.current().type().isCompatibleWith(mediaType) && super.canWrite(mediaType);
    }

    @Override
    protected Problem readInternal(Class<? extends Problem> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(Problem problem, HttpOutputMessage message) throws IOException {
        message.getBody().write(ProblemForm.current().bytes(problem, mapper));
    }
}
