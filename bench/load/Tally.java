package bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What came of requests, by what was asked: right, wrong, put off, or broken. */
final class Tally {

    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final List<String> examples = Collections.synchronizedList(new ArrayList<>());

    void right(String what) {
        count(what, "right");
    }

    void putOff(String what) {
        count(what, "put off");
    }

    /** Something that was expected to fail, because the service that was asked was killed. */
    void gone(String what) {
        count(what, "gone");
    }

    /** @param why what came instead, of which some examples are kept */
    void wrong(String what, String why) {
        count(what, "WRONG");
        if (examples.size() < 20) {
            examples.add(what + ": " + why.substring(0, Math.min(300, why.length())));
        }
    }

    private void count(String what, String how) {
        counts.computeIfAbsent(what + "  " + how, same -> new AtomicLong()).incrementAndGet();
    }

    boolean isRight() {
        return examples.isEmpty();
    }

    void print() {
        counts.forEach((what, count) -> System.out.printf("%-44s %10d%n", what, count.get()));
        examples.forEach(example -> System.out.println("         " + example.replace("\n", " ")));
    }
}
