package io.quanyi.process;

import io.quanyi.store.Store;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Adds paths to the service that fail as the virtual machine does. No component: only a process that names this class has them. */
class FailingParts {

    /** Fails where the path says, with what it says. */
    static final class Failing {

        @ResponseBody
        public String fail(@PathVariable("place") String place, @PathVariable("kind") String kind) {
            switch (place) {
                case "request" -> throw error(kind);
                case "wrapped" -> throw new IllegalStateException("wrapped", error(kind));
                case "thread" -> new Thread(() -> sneak(kind)).start();
                case "parallel" -> IntStream.range(0, 1000).parallel().forEach(number -> sneak(kind));
                case "logged" -> swallowed(kind);
                case "polling" -> POLLING.set(error(kind));
                default -> throw new IllegalArgumentException(place);
            }
            return "\"failing elsewhere\"";
        }

        private static void swallowed(String kind) {
            try {
                sneak(kind);
            } catch (Error e) {
                LoggerFactory.getLogger(FailingParts.class).trace("{} was caught", kind, e);
            }
        }

        private static void sneak(String kind) {
            throw error(kind);
        }

        private static Error error(String kind) {
            return switch (kind) {
                case "memory" -> new OutOfMemoryError("for a test");
                case "internal" -> new InternalError("for a test");
                case "stack" -> new Error(String.valueOf(deeper(0)));
                default -> throw new IllegalArgumentException(kind);
            };
        }

        @SuppressWarnings("InfiniteRecursion")
        private static long deeper(long depth) {
            return deeper(depth + 1) + 1;
        }
    }

    private static final AtomicReference<@Nullable Error> POLLING = new AtomicReference<>();

    /** Lets the next look at the store fail. */
    @Bean
    static BeanPostProcessor failingStore() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Store store ? failing(store) : bean;
            }
        };
    }

    private static Object failing(Store store) {
        return Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    Error failure = POLLING.get();
                    if (failure != null) {
                        throw failure;
                    }
                    return method.invoke(store, arguments);
                });
    }

    @Bean
    InitializingBean failingPaths(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        Failing failing = new Failing();
        return () -> mapping.registerMapping(
                RequestMappingInfo.paths("/fail/{place}/{kind}").build(),
                failing,
                Failing.class.getMethod("fail", String.class, String.class));
    }
}
