package bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about every plan and service of all shipped programmes, pinned to a release, with what each was answered before the load. */
final class ExpectedAnswers {

    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([a-z0-9-]+)\"");
    private static final List<String> PROGRAMMES = List.of(Inputs.GALAXY, "kingdee-galaxy-onprem", "kingdee-premium-success", "yonsuite-premier-success",
            "kingdee-aftersales-general", "yonyou-aftersales-sla");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();

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
        if (answer.status() != 200 && answer.status() != 422) {
            throw new IllegalStateException(answer.status() + " for " + question + " " + answer.text());
        }
        answers.put(question, essence(answer));
        questions.add(question);
        if (answer.status() == 200) {
            decided.add(question);
        }
    }

    /** What must be the same again: the core of a decision, or which facts a question lacks. */
    static String essence(Answer answer) {
        return answer.status() == 200 ? answer.header("Quanyi-Core") : answer.text();
    }

    int size() {
        return questions.size();
    }

    /** One of them. */
    String any(Random random) {
        return questions.get(random.nextInt(questions.size()));
    }

    /** One of those that are decided. */
    String anyDecided(Random random) {
        return decided.get(random.nextInt(decided.size()));
    }

    String essence(String question) {
        return answers.get(question);
    }

    /** The ids of one list of the catalogue, without those of lists within. */
    private static List<String> ids(String catalogue, String list) {
        String rest = catalogue.substring(catalogue.indexOf("\"" + list + "\":[") + list.length() + 4);
        List<String> ids = new ArrayList<>();
        int depth = 0;
        for (int at = 0; depth > 0 || rest.charAt(at) != ']'; at++) {
            Matcher id = ID.matcher(rest).region(at, rest.length());
            if (depth == 0 && id.lookingAt()) {
                ids.add(id.group(1));
            }
            depth += rest.charAt(at) == '{' ? 1 : rest.charAt(at) == '}' ? -1 : 0;
        }
        return ids;
    }

    private static String get(Service service, String path) throws IOException {
        return Call.get(path).with("X-API-Key", Service.KEY).to(service, PATIENCE).text();
    }
}
