package io.quanyi.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Requests to the shipped programme with any of their members there or not, without contradictions. */
final class AskedAtRandom {

    private static final List<String> SERVICES =
            List.copyOf(Trial.GALAXY.catalogue().services().keySet());

    private final Random random;
    private final String service;
    private final LocalDate day;
    private Asked asked;

    private AskedAtRandom(Random random) {
        this.random = random;
        this.service = one(SERVICES);
        this.day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
        this.asked = Asked.about(service, one(List.of("basic", "preferred", "exclusive")))
                .at(instant())
                .without("/subscription/usage")
                .without("/subscription/serviceStart")
                .without("/subscription/serviceEnd");
    }

    static Asked next(Random random) {
        return new AskedAtRandom(random).filled();
    }

    private Asked filled() {
        LocalDate start = day.plusDays(random.nextInt(1200) - 1000);
        most("/subscription/serviceStart", start::toString);
        most(
                "/subscription/serviceEnd",
                () -> start.plusDays(random.nextInt(1500)).toString());
        most("/subscription/usage", this::usage);
        some("/subscription/product", () -> one(List.of("kingdee-cloud-galaxy", "星空", "金蝶云•星空")));
        some("/subscription/deployment", () -> "public-cloud");
        some("/subscription/usageRegion", () -> one(List.of("CN", "HK", "US")));
        some("/subscription/servedBy", () -> one(List.of("headquarters", "branch", "partner")));
        some("/subscription/specialServices", () -> one(List.of("[]", "[sp-dev-support]", specials())));
        some("/subscription/contract", this::contract);
        some(
                "/subscription/firstPurchase/serviceStart",
                () -> start.minusDays(random.nextInt(800)).toString());
        some("/question/channel", () -> one(List.of("phone", "im", "issue-feedback", "self-service", "hotline")));
        some("/question/topic", () -> one(List.of("application", "third-party")));
        some("/question/severity", () -> one(List.of("normal", "emergency", "P1")));
        some("/question/activity", () -> one(List.of("migration-work", "other-tools", "product-defect", "go-live")));
        some("/question/quantity", () -> String.valueOf(1 + random.nextInt(4)));
        some("/question/personDays", () -> one(List.of("0.5", "2", "2.5", "3")));
        some("/question/delivery", () -> one(List.of("remote", "online", "on-site")));
        some("/question/requestedStart", () -> day.plusDays(random.nextInt(30)).toString());
        some("/question/requester", () -> "{ certified: " + random.nextBoolean() + " }");
        return asked;
    }

    private String instant() {
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + random.nextInt(57_600))
                .atOffset(ZoneOffset.ofHours(random.nextInt(27) - 12))
                .toString();
    }

    private String usage() {
        List<String> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.add("{ service: %s, date: %s, times: %s }"
                    .formatted(
                            random.nextInt(4) == 0 ? one(SERVICES) : service,
                            day.minusDays(random.nextInt(500)),
                            random.nextInt(3)));
        }
        return entries.toString();
    }

    private String contract() {
        List<String> terms = new ArrayList<>();
        String about = random.nextInt(4) == 0 ? one(SERVICES) : service;
        if (random.nextInt(3) == 0) {
            terms.add("{ service: %s, effect: %s }".formatted(about, one(List.of("grant", "exclude"))));
        }
        if (random.nextInt(3) == 0) {
            terms.add("{ service: %s, effect: quota, limit: %s, unit: time }".formatted(about, random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            terms.add("{ service: %s, effect: respond-within, severity: emergency, target: { amount: 2, unit: hour } }"
                    .formatted(about));
        }
        return "{ amount: 4999, currency: CNY, terms: " + terms + " }";
    }

    private static String specials() {
        return SERVICES.stream().filter(id -> id.startsWith("sp-")).toList().toString();
    }

    private void most(String pointer, Supplier<String> value) {
        if (random.nextInt(8) != 0) {
            asked = asked.with(pointer, value.get());
        }
    }

    private void some(String pointer, Supplier<String> value) {
        if (random.nextInt(3) == 0) {
            asked = asked.with(pointer, value.get());
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
