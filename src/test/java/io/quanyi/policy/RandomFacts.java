package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Absent;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Fact;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Of;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.ServiceGroup;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts drawn from a catalogue by a seed. */
public final class RandomFacts {

    private static final List<String> AMOUNTS = List.of("4999.99", "5000", "5000.00", "5000.01", "1", "2.5");

    private final Random random;
    private final Catalogue catalogue;

    public RandomFacts(Random random, Catalogue catalogue) {
        this.random = random;
        this.catalogue = catalogue;
    }

    /** A question of a service in a plan, of which each fact that may be absent is so with this probability. */
    public QuestionFacts question(String service, String plan, double absent) {
        List<Fact> facts = new ArrayList<>();
        for (FactType type : RuleVocabulary.FACTS.values()) {
            if (!type.isListed()) {
                facts.add(fact(type.type(), service, plan, absent));
            }
        }
        facts.addAll(listed(service));
        return DemoQuestion.of(facts);
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Fact fact(Class<? extends Fact> type, String service, String plan, double absent) {
        if (type == Measure.class) {
            return new Measure(catalogue.measures().values().stream()
                    .filter(measure -> random.nextDouble() >= absent)
                    .collect(Collectors.toMap(Catalogue.Measure::id, this::value)));
        }
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean drop = components[i].isAnnotationPresent(Absent.class) && random.nextDouble() < absent;
            values[i] = drop ? null : value(components[i], service, plan);
        }
        return make(type, values);
    }

    private Object value(Catalogue.Measure measure) {
        return switch (measure.kind()) {
            case NUMBER -> new BigDecimal(anyOf(AMOUNTS));
            case ID -> anyOf(measure.values()).id();
            case DATE -> LocalDate.of(2018, 9, 16).plusDays(random.nextInt(3));
            case BOOLEAN -> random.nextBoolean();
        };
    }

    private Object value(RecordComponent component, String service, String plan) {
        if (component.getType() == String.class) {
            return switch (component.getAnnotation(Of.class).value()) {
                case SERVICE -> service;
                case PLAN -> plan;
                default -> id(component);
            };
        }
        if (component.getType() == LocalDate.class) {
            return LocalDate.of(2018, 9, 16).plusDays(random.nextInt(3));
        }
        if (component.getType() == Boolean.class) {
            return random.nextBoolean();
        }
        return component.getType() == BigDecimal.class ? new BigDecimal(anyOf(AMOUNTS)) : 1 + random.nextInt(3);
    }

    /** An id of the field's domain; any word where the catalogue lists none. */
    private String id(RecordComponent component) {
        var ids = catalogue.ids(component.getAnnotation(Of.class).value());
        return ids == null || ids.isEmpty()
                ? "none"
                : anyOf(ids.stream().sorted().limit(8).toList());
    }

    private List<Listed> listed(String service) {
        List<Listed> listed = new ArrayList<>();
        if (random.nextBoolean()) {
            listed.add(new Opening(service));
        }
        if (random.nextBoolean()) {
            listed.add(new Purchase(service));
        }
        if (random.nextBoolean()) {
            listed.add(new FreeRemoteSupport(new BigDecimal(anyOf(AMOUNTS))));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            listed.add(new ContractTerm(service, anyOf(List.of("grant", "exclude", "quota"))));
        }
        catalogue.groups().values().stream()
                .filter(group -> group.services().contains(service))
                .forEach(group -> listed.add(new ServiceGroup(group.id())));
        return listed;
    }

    /** A copy of a fact without one field. */
    public static <T extends Fact> T without(T fact, String field) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(field) ? null : get(components[i], fact);
        }
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) fact.getClass();
        return make(type, values);
    }

    public static @Nullable Object get(RecordComponent component, Fact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T extends Fact> T make(Class<T> type, @Nullable Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
