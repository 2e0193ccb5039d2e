package io.quanyi.workshop.matrix;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Place;
import io.quanyi.facts.Product;
import io.quanyi.facts.Question;
import io.quanyi.text.EnumCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A member of a request by which target times can be listed. */
enum MatrixCondition {
    SEVERITY(Domain.SEVERITY, Question.class, "severity", RequestBuilder::severity),
    REGION(Domain.REGION, Place.class, "region", RequestBuilder::usageRegion),
    CHANNEL(Domain.CHANNEL, Question.class, "channel", RequestBuilder::channel),
    TOPIC(Domain.TOPIC, Question.class, "topic", RequestBuilder::topic),
    ACTIVITY(Domain.ACTIVITY, Question.class, "activity", RequestBuilder::activity),
    DELIVERY(Domain.DELIVERY, Question.class, "delivery", RequestBuilder::delivery),
    DEPLOYMENT(Domain.DEPLOYMENT, Deployment.class, "value", RequestBuilder::deployment),
    PRODUCT(Domain.PRODUCT, Product.class, "id", RequestBuilder::product);

    private final Domain domain;
    private final Class<? extends Fact> fact;
    private final String field;
    private final BiConsumer<RequestBuilder, String> setter;

    MatrixCondition(
            Domain domain, Class<? extends Fact> fact, String field, BiConsumer<RequestBuilder, String> setter) {
        this.domain = domain;
        this.fact = fact;
        this.field = field;
        this.setter = setter;
    }

    /** The name of the condition in a call. */
    String id() {
        return EnumCode.of(this);
    }

    /** The condition with a name; empty if there is none. */
    static Optional<MatrixCondition> named(String id) {
        return Arrays.stream(values())
                .filter(condition -> condition.id().equals(id))
                .findFirst();
    }

    /** The names of all conditions. */
    static List<String> ids() {
        return Arrays.stream(values()).map(MatrixCondition::id).toList();
    }

    Domain domain() {
        return domain;
    }

    /** The values that the rules of a service name, in the order of the catalogue. */
    List<String> values(ProgrammeRelease release, String service) {
        Set<String> named = release.policy().outlines(service).stream()
                .flatMap(rule -> rule.looks().stream())
                .filter(look -> look.fact() == fact)
                .flatMap(look -> look.tests().stream())
                .filter(test -> test.field().equals(field))
                .flatMap(test -> test.literals().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return Objects.requireNonNullElse(release.catalogue().ids(domain), Set.<String>of()).stream()
                .filter(named::contains)
                .toList();
    }

    /** Sets the member of a request. */
    void set(RequestBuilder request, String value) {
        setter.accept(request, value);
    }
}
