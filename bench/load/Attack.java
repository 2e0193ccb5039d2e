package bench.load;

import java.util.List;

/** One way to bring the service down. Bounded in connections and time. */
interface Attack {

    /** One sentence: what is done, and what must hold. */
    String sentence();

    /**
     * Does it.
     *
     * @return what did not hold; empty if all did
     */
    List<String> run(Target target) throws Exception;

    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
    }
}
