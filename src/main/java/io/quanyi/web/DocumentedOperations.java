package io.quanyi.web;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
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
                answers(method).values().forEach(schemas::addAnswer);
                for (var content : operation.requestBody().content()) {
                    schemas.addRequest(content.schema().implementation());
                }
            }
        }
    }

    private static Map<String, Class<?>> answers(HandlerMethod method) {
        Map<String, Class<?>> answers = new TreeMap<>();
        Type type = method.getReturnType().getGenericParameterType();
        if (type instanceof ParameterizedType entity
                && entity.getActualTypeArguments()[0] instanceof Class<?> body
                && body.isRecord()) {
            answers.put(body.getSimpleName(), body);
        }
        return answers;
    }
}
