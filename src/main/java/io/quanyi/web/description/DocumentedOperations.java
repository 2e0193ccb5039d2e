package io.quanyi.web.description;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The methods of controllers that are part of the interface, and the records that they take and give. */
@Component
class DocumentedOperations {

    private final RequestMappingHandlerMapping mapping;

    DocumentedOperations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Requests first: one that stands in an answer is described as what can be sent. */
    void addTo(RecordSchemas schemas) {
        List<HandlerMethod> methods = mapping.getHandlerMethods().values().stream()
                .filter(method -> method.hasMethodAnnotation(Operation.class))
                .toList();
        for (HandlerMethod method : methods) {
            Operation operation = Objects.requireNonNull(method.getMethodAnnotation(Operation.class), "one of these");
            for (var content : operation.requestBody().content()) {
                addRequest(content.schema().implementation(), schemas);
                addRequest(content.array().schema().implementation(), schemas);
            }
        }
        methods.forEach(method ->
                answer(method.getReturnType().getGenericParameterType()).ifPresent(schemas::addAnswer));
    }

    private static void addRequest(Class<?> type, RecordSchemas schemas) {
        if (type.isRecord()) {
            schemas.addRequest(type);
        }
    }

    /** What is inside of an entity, a list or a stream; a text is no record. */
    private static Optional<Class<?>> answer(Type type) {
        if (type instanceof ParameterizedType generic) {
            return answer(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> body && (body.isRecord() || body.isSealed())
                ? Optional.of(body)
                : Optional.empty();
    }
}
