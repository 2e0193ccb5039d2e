package bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Callers of all kinds, who look at every answer they get. */
final class Callers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<Call> BAD = List.of(
            Call.ask("/v1/decisions", "{"), Call.ask("/v1/decisions", "[]"), Call.ask("/v1/decisions", Inputs.QUESTION.replace("preferred", "none")),
            Call.ask("/v1/decisions", Inputs.QUESTION).with("X-API-Key", "qk_bench_wrong"), Call.ask("/v1/decisions", Inputs.QUESTION).with("Content-Type", "text/xml"),
            Call.get("/v1/programmes/none/catalogue").with("X-API-Key", Service.KEY), Call.get("/v1/programmes").with("X-API-Key", Service.KEY).with("Host", "elsewhere.test"),
            Call.get("/nowhere").with("X-API-Key", Service.KEY), Call.ask("/v1/decisions", "{\"a\":".repeat(50)), Call.get("/v1/decisions").with("X-API-Key", Service.KEY));

    private final Service service;
    private final ExpectedAnswers expected;
    private final Tally tally;
    private final Map<String, String> first = new ConcurrentHashMap<>();

    Callers(Service service, ExpectedAnswers expected, Tally tally) {
        this.service = service;
        this.expected = expected;
        this.tally = tally;
    }

    /** Asks something, of this kind or that. */
    void one(Random random) {
        String question = expected.anyDecided(random);
        String release = "/v1/programmes/" + Inputs.GALAXY;
        switch (random.nextInt(12)) {
            case 0 -> many("list", "application/json", question, random);
            case 1 -> many("stream", "application/x-ndjson", question, random);
            case 2 -> same("sheet", Call.ask("/v1/entitlements", question.replaceFirst("\"service\":\"[a-z0-9-]+\",", "")));
            case 3 -> same("alternatives", Call.ask("/v1/alternatives", question));
            case 4 -> same("matrix", Call.get(release + "/matrix?release=1").with("X-API-Key", Service.KEY));
            case 5 -> same("catalogue", Call.get(release + "/catalogue?release=1").with("X-API-Key", Service.KEY));
            case 6 -> bad(BAD.get(random.nextInt(BAD.size())));
            default -> single("question", service, expected.any(random));
        }
    }

    /** One question, of a service that may be dead at any time. */
    void single(String what, Service asked, String question) {
        judge(what, asked, Call.ask("/v1/decisions", question), answer -> {
            String got = ExpectedAnswers.essence(answer);
            return got.equals(expected.essence(question)) ? "" : got + " for " + question;
        });
    }

    private void many(String what, String type, String question, Random random) {
        List<String> questions = new ArrayList<>(List.of(question));
        for (int i = 0; i < 15; i++) {
            questions.add(expected.anyDecided(random));
        }
        String body = what.equals("list") ? questions.toString() : String.join("\n", questions);
        judge(what, service, Call.ask("/v1/decisions/batch", body).with("Content-Type", type), answer -> {
            String text = answer.text();
            int at = 0;
            for (String asked : questions) {
                String one = first.computeIfAbsent(asked, this::alone);
                int found = text.indexOf(one, at);
                if (one.isEmpty() || found < 0) {
                    return "another answer than alone to " + asked;
                }
                at = found + one.length();
            }
            return "";
        });
    }

    /** The body of the answer to a question by itself; empty if it was put off. */
    private String alone(String question) {
        for (int i = 0; i < 20; i++) {
            try {
                Answer answer = Call.ask("/v1/decisions", question).to(service, PATIENCE);
                if (answer.status() == 200) {
                    return answer.text();
                }
                Thread.sleep(500);
            } catch (IOException e) {
                return "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
        return "";
    }

    private void same(String what, Call call) {
        judge(what, service, call, answer -> {
            if (answer.isShed()) {
                return "";
            }
            String before = first.putIfAbsent(what + new String(call.bytes(0), StandardCharsets.UTF_8), answer.text());
            return (before == null || before.equals(answer.text())) && answer.status() < 500 ? "" : "another answer than before: " + answer.text();
        });
    }

    private void bad(Call call) {
        try {
            Answer answer = call.to(service, PATIENCE);
            if (answer.isShed()) {
                tally.putOff("bad request");
            } else if (answer.status() >= 400 && answer.status() < 500) {
                tally.right("bad request");
            } else {
                tally.wrong("bad request", "got " + answer.status());
            }
        } catch (IOException e) {
            tally.wrong("bad request", e.toString());
        }
    }

    private void judge(String what, Service asked, Call call, Judge judge) {
        try {
            Answer answer = call.to(asked, PATIENCE);
            String fault = judge.fault(answer);
            if (answer.isShed()) {
                tally.putOff(what);
            } else if (answer.status() == 0 && asked != service) {
                tally.gone(what);
            } else if (fault.isEmpty()) {
                tally.right(what);
            } else {
                tally.wrong(what, answer.status() + " " + fault);
            }
        } catch (IOException e) {
            if (asked == service) {
                tally.wrong(what, e.toString());
            } else {
                tally.gone(what);
            }
        }
    }

    /** Says what is wrong with an answer; nothing if it is right. */
    private interface Judge {
        String fault(Answer answer) throws IOException;
    }
}
