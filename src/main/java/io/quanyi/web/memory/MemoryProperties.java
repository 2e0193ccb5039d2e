package io.quanyi.web.memory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds on the memory of requests and answers.
 *
 * @param maxAnswer the largest answer; of a stream, the largest line
 * @param requestsPercent how much of the heap all requests in flight may take, in percent
 */
@ConfigurationProperties("quanyi.memory")
public record MemoryProperties(
        @DefaultValue("8MB") DataSize maxAnswer,
        @DefaultValue("40") int requestsPercent) {

    private static final DataSize MIN_ANSWER = DataSize.ofKilobytes(64);
    private static final DataSize MAX_ANSWER = DataSize.ofMegabytes(256);

    /** Throws {@link IllegalArgumentException} for values that the service could not work with. */
    public MemoryProperties {
        if (maxAnswer.compareTo(MIN_ANSWER) < 0 || maxAnswer.compareTo(MAX_ANSWER) > 0) {
            throw new IllegalArgumentException(
                    "quanyi.memory.max-answer is " + maxAnswer + ": use a size from 64KB to 256MB");
        }
        if (requestsPercent < 5 || requestsPercent > 80) {
            throw new IllegalArgumentException(
                    "quanyi.memory.requests-percent is " + requestsPercent + ": use a number from 5 to 80");
        }
    }
}
