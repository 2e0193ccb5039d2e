package io.quanyi.web.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints of operations by method and path, each found once. */
@Component
class OperationEndpoints {

    private record Key(HttpMethod method, String path) {}

    private final RequestMappingHandlerMapping mapping;
    private final HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
    private final Map<Key, OperationEndpoint> found = new ConcurrentHashMap<>();

    OperationEndpoints(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            RequestMappingHandlerAdapter adapter) {
        this.mapping = mapping;
        this.resolvers.addResolvers(adapter.getArgumentResolvers());
    }

    /** @param path the path as the controller has it */
    OperationEndpoint of(HttpMethod method, String path) {
        return found.computeIfAbsent(new Key(method, path), this::find);
    }

    private OperationEndpoint find(Key key) {
        HandlerMethod method = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no operation " + key));
        return OperationEndpoint.of(method, resolvers);
    }

    private static boolean isOf(RequestMappingInfo info, Key key) {
        return info.getPatternValues().contains(key.path())
                && info.getMethodsCondition().getMethods().contains(RequestMethod.resolve(key.method()));
    }
}
