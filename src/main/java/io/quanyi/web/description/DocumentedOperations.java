package io.quanyi.web.description;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The methods of controllers that are part of the interface, and the records that they take and give. */
@Component
class DocumentedOperations {

    private final RequestMappingHandlerMapping mapping;

    DocumentedOperations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Requests first: a request that stands in an answer is described as it can be sent. */
    void addTo(RecordSchemas schemas) {
        List<HandlerMethod> methods = mapping.getHandlerMethods().values().stream()
                .filter(method -> method.hasMethodAnnotation(Operation.class))
                .toList();
        methods.forEach(method -> requests(method).filter(Class::isRecord).forEach(schemas::addRequest));
        methods.forEach(method -> answer(method).ifPresent(schemas::addAnswer));
    }

    /**
     * The name of the record that each operation answers with, by the id of the operation. The generator names a record by a wrapper of it
     * if it comes upon the wrapper first, which depends on the order of controllers.
     */
    Map<String, String> answers() {
        Map<String, String> names = new HashMap<>();
        mapping.getHandlerMethods().values().forEach(method -> {
            Operation operation = method.getMethodAnnotation(Operation.class);
            if (operation != null) {
                answer(method).ifPresent(record -> names.put(operation.operationId(), record.getSimpleName()));
            }
        });
        return names;
    }

    /** The body that a method takes, and the one that its annotation states. */
    private static Stream<Class<?>> requests(HandlerMethod method) {
        Stream<Class<?>> bound = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType);
        BodyRecord stated = method.getMethodAnnotation(BodyRecord.class);
        return stated == null ? bound : Stream.concat(bound, Stream.of(stated.value()));
    }

    /** The record or choice of records that a method answers with, in an entity, a list or a stream; empty for a text. */
    static Optional<Class<?>> answer(HandlerMethod method) {
        return answer(method.getReturnType().getGenericParameterType());
    }

    private static Optional<Class<?>> answer(Type type) {
        if (type instanceof ParameterizedType generic) {
            return answer(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> body && (body.isRecord() || body.isSealed())
                ? Optional.of(body)
                : Optional.empty();
    }
}
