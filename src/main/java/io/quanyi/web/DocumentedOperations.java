package io.quanyi.web;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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

    void addTo(RecordSchemas schemas) {
        for (HandlerMethod method : mapping.getHandlerMethods().values()) {
            Operation operation = method.getMethodAnnotation(Operation.class);
            if (operation != null) {
                answer(method.getReturnType().getGenericParameterType()).ifPresent(schemas::addAnswer);
                for (var content : operation.requestBody().content()) {
                    addRequest(content.schema().implementation(), schemas);
                    addRequest(content.array().schema().implementation(), schemas);
                }
            }
        }
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
