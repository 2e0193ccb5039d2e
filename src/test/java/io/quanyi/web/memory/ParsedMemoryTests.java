package io.quanyi.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON in memory is no larger than requests are reckoned with, whatever it is made of. */
@Tag("slow")
class ParsedMemoryTests {

    private static final int BODY = 1_000_000;
    private static final int AT_ONCE = 4;

    /** The part is repeated; # in it is a number that grows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | \"#\":0 | }",
                "{ | \"#\":{} | }",
                "[ | 0 | ]",
                "[ | 10 | ]",
                "[ | 1e1000000 | ]",
                "[ | \"x\" | ]",
                "[ | \"务\" | ]",
                "[ | {} | ]",
                "[ | [] | ]",
                "[ | [0] | ]",
                "[ | [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]] | ]",
                "[ | {\"\":{\"\":{\"\":{\"\":{\"\":{\"\":{\"\":{}}}}}}}} | ]",
                "[ | {\"\":0,\"a\":0} | ]",
                "[ | {\"\":10,\"a\":10,\"b\":10} | ]",
            })
    void aBodyTakesNoMoreThanIsReckonedWith(String begin, String part, String end) {
        byte[] body = body(begin, part, end);
        double times = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && times >= RequestMemory.PARSED; attempt++) {
            times = taken(body) / (double) body.length;
        }
        assertThat(times).isLessThan(RequestMemory.PARSED);
    }

    /** The memory of a parsed body, as the mean of some bodies, so that the noise of other threads is shared by them. */
    private static long taken(byte[] body) {
        List<Tree> trees = new ArrayList<>();
        long before = used();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                trees.add(JsonReader.read(body));
            }
            return (used() - before) / AT_ONCE;
        } finally {
            Reference.reachabilityFence(trees);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] body(String begin, String part, String end) {
        StringBuilder body = new StringBuilder(begin);
        for (int i = 0; body.length() < BODY; i++) {
            body.append(i == 0 ? "" : ",").append(part.replace("#", Integer.toString(i, 36)));
        }
        return body.append(end).toString().getBytes(StandardCharsets.UTF_8);
    }
}
