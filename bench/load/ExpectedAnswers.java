package bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about every plan and service of all shipped programmes, pinned to a release, with the core that each was answered with before the load. */
final class ExpectedAnswers {

    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([a-z0-9-]+)\"");
    private static final List<String> PROGRAMMES = List.of(Inputs.GALAXY, "kingdee-galaxy-onprem", "kingdee-premium-success", "yonsuite-premier-success",
            "kingdee-aftersales-general", "yonyou-aftersales-sla");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> cores = new ConcurrentHashMap<>();
    private final List<String> questions = new ArrayList<>();

    /** Asks all of them once. */
    static ExpectedAnswers of(Service service) throws IOException {
        ExpectedAnswers expected = new ExpectedAnswers();
        for (String programme : PROGRAMMES) {
            String catalogue = get(service, "/v1/programmes/" + programme + "/catalogue?release=1");
            for (String plan : ids(catalogue, "plans")) {
                for (String offered : ids(catalogue, "services")) {
                    String question = Inputs.question(programme, "\"plan\":\"" + plan + "\",\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"",
                            "\"service\":\"" + offered + "\",\"at\":\"2026-11-20T16:00:00+08:00\"").replaceFirst("\\{", "{\"release\":1,");
                    expected.learn(question, Call.ask("/v1/decisions", question).to(service, PATIENCE));
                }
            }
        }
        return expected;
    }

    private void learn(String question, Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " for " + question + " " + answer.text());
        }
        cores.put(question, answer.header("Quanyi-Core"));
        questions.add(question);
    }

    int size() {
        return questions.size();
    }

    /** One of them. */
    String any(java.util.random.RandomGenerator random) {
        return questions.get(random.nextInt(questions.size()));
    }

    String core(String question) {
        return cores.get(question);
    }

    /** The ids of one list of the catalogue. */
    private static List<String> ids(String catalogue, String list) {
        int start = catalogue.indexOf("\"" + list + "\":[");
        int end = start;
        int depth = 0;
        do {
            end++;
            depth += catalogue.charAt(end) == '[' ? 1 : catalogue.charAt(end) == ']' ? -1 : 0;
        } while (depth > 0 || catalogue.charAt(end) != ']');
        Map<String, Boolean> ids = new LinkedHashMap<>();
        Matcher found = ID.matcher(catalogue.substring(start, end));
        while (found.find()) {
            ids.put(found.group(1), true);
        }
        return List.copyOf(ids.keySet());
    }

    private static String get(Service service, String path) throws IOException {
        return Call.get(path).with("X-API-Key", Service.KEY).to(service, PATIENCE).text();
    }
}
