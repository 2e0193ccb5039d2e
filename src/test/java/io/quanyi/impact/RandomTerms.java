package io.quanyi.impact;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerm.AgreedTarget;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random terms of a contract on the service of a small programme, of every effect but the exclusion. */
public final class RandomTerms {

    private RandomTerms() {}

    /** A random request, of which two in three have such terms. */
    public static DecisionRequest request(Random random) {
        double presence = List.of(0.2, 0.5, 0.8).get(random.nextInt(3));
        return RequestBuilder.from(new RandomRequests(random, presence).next())
                .terms(random.nextInt(3) == 0 ? null : terms(random))
                .request();
    }

    private static List<AgreedTerm> terms(Random random) {
        List<AgreedTerm> terms = new ArrayList<>();
        for (String effect :
                List.of("grant", "respond-within", "resolve-within", "window", "channel", "charge", "quota")) {
            if (random.nextInt(3) == 0) {
                terms.add(term(effect, random));
            }
        }
        return terms;
    }

    private static AgreedTerm term(String effect, Random random) {
        boolean timed = effect.endsWith("-within");
        boolean quota = effect.equals("quota");
        boolean charge = effect.equals("charge");
        String severity =
                random.nextInt(4) == 0 && !quota && !charge && !effect.equals("channel") && !effect.equals("window")
                        ? one(random, "P1", "P2")
                        : null;
        return new AgreedTerm(
                "support",
                effect,
                severity,
                timed
                        ? new AgreedTarget(
                                new BigDecimal(one(random, "2", "7.77")),
                                one(random, "hour", "working-hour", "working-day"))
                        : null,
                quota ? new BigDecimal(one(random, "0", "0.5", "1", "2", "3", "7", "100")) : null,
                quota ? one(random, "time", "person-day") : null,
                effect.equals("window") ? one(random, "5x8", "7x12") : null,
                effect.equals("channel") ? one(random, "phone", "im", "ticket") : null,
                charge ? new BigDecimal(one(random, "5", "7.77")) : null,
                null,
                charge ? "CNY" : null,
                charge ? "incident" : quota ? one(random, "service-year", "contract", "pack") : null);
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
