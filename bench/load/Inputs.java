package bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bodies that are sent. */
final class Inputs {

    static final String GALAXY = "kingdee-galaxy-public";

    /** What a normal caller asks. */
    static final String QUESTION = question(GALAXY, "\"plan\":\"preferred\",\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"",
            "\"service\":\"issue-feedback\",\"severity\":\"normal\",\"at\":\"2026-11-20T16:00:00+08:00\"");

    static final String NOTE = "\"note\":{\"zh-CN\":\"测量\",\"en\":\"Measured\"}";

    private Inputs() {}

    static String question(String programme, String subscription, String question) {
        return "{\"programme\":\"" + programme + "\",\"subscription\":{" + subscription + "},\"question\":{" + question + "}}";
    }

    /** As many legal questions as a list may have, each with a promise of eight years of working time. */
    static String batchBomb() {
        String term = "{\"service\":\"online-ticket\",\"effect\":\"respond-within\",\"target\":{\"amount\":2000,\"unit\":\"working-day\"}}";
        String one = question("kingdee-premium-success", "\"plan\":\"premium\",\"contract\":{\"terms\":[" + term + "]}",
                "\"service\":\"online-ticket\",\"at\":\"2026-11-24T10:00:00+08:00\"");
        return Collections.nCopies(500, one).toString();
    }

    /** One legal question with all the terms and all the usage that a question may have, which leaves open how severe it is. */
    static String hostileQuestion() {
        String of = "{\"service\":\"doc-updates\",\"effect\":\"";
        String quota = "quota\",\"limit\":100000,\"unit\":\"time\"";
        List<String> terms = new ArrayList<>(List.of(of + "grant\"}", of + quota + "}", of + "channel\",\"channel\":\"hotline\"}"));
        for (String severity : List.of("P1", "P2", "P3", "P4")) {
            terms.add(of + "grant\",\"severity\":\"" + severity + "\"}");
            terms.add(of + quota + ",\"severity\":\"" + severity + "\"}");
        }
        while (terms.size() < 200) {
            terms.add(of + "channel\",\"channel\":\"hotline\",\"severity\":\"P" + (1 + terms.size() % 4) + "\"}");
        }
        List<String> usage = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            usage.add("{\"service\":\"doc-updates\",\"date\":\"2026-%02d-%02d\"}".formatted(1 + i % 10, 1 + i % 28));
        }
        return question("yonyou-aftersales-sla", "\"plan\":\"gold\",\"product\":\"yonyou-u8\",\"serviceStart\":\"2026-01-01\","
                + "\"serviceEnd\":\"2026-12-31\",\"contract\":{\"terms\":" + terms + "},\"usage\":" + usage,
                "\"service\":\"doc-updates\",\"at\":\"2026-11-24T10:00:00+08:00\"");
    }
}
