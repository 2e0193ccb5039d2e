package io.quanyi.web.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;

/**
 * The method of a controller that is the endpoint of an operation.
 *
 * @param method the method
 */
record OperationEndpoint(InvocableHandlerMethod method) {

    /** @param resolvers find the arguments that a call does not give */
    static OperationEndpoint of(HandlerMethod method, HandlerMethodArgumentResolverComposite resolvers) {
        InvocableHandlerMethod invocable = new InvocableHandlerMethod(method.createWithResolvedBean());
        invocable.setHandlerMethodArgumentResolvers(resolvers);
        return new OperationEndpoint(invocable);
    }

    /** The record that the endpoint takes as its body. */
    Class<? extends Record> body() {
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return parameter.getParameterType().asSubclass(Record.class);
            }
        }
        throw new IllegalStateException(method + " takes no body");
    }

    /**
     * Calls the method.
     *
     * @param given arguments that are known already, by their types
     */
    @Nullable Object invoke(NativeWebRequest request, Object... given) throws Exception {
        return method.invokeForRequest(request, null, given);
    }
}
