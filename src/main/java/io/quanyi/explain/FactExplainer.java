package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.explain.ExplanationReport.FactLine;
import io.quanyi.explain.ExplanationReport.FieldLine;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Measure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains the facts given to the rules: which were in the request, which were derived, and which are absent. */
record FactExplainer(ExplanationWords wording, PlacedRequest placed, FactDerivations derivations) {

    List<FactLine> of(QuestionFacts facts) {
        return facts.all().stream().map(this::line).toList();
    }

    private FactLine line(Fact fact) {
        String type = fact.getClass().getSimpleName();
        if (fact instanceof Measure measures) {
            return new FactLine(
                    type,
                    wording.shared("fact." + type),
                    wording.catalogue().measures().values().stream()
                            .map(measure -> line(measure, measures.values().get(measure.id())))
                            .toList());
        }
        return new FactLine(
                type,
                wording.shared("fact." + type),
                FactField.of(fact.getClass()).stream()
                        .map(field -> line(fact, field))
                        .toList());
    }

    private FieldLine line(Fact fact, FactField field) {
        Object value = field.value(fact);
        String how = derivations.how(fact, field);
        Absent absent = field.absent();
        Absent missing = value == null ? absent : null;
        return new FieldLine(
                field.name(),
                wording.shared("fact." + field.path()),
                value,
                value == null
                        ? meaning(Objects.requireNonNull(absent, "only such a field is null"))
                        : wording.value(field.domain(), value),
                origin(value, how),
                how,
                absent == null ? null : placed.pointer(absent.pointer()),
                missing == null ? null : missing.means(),
                missing == null || missing.condition().isEmpty() ? null : missing.condition());
    }

    /** The line of a measure that the catalogue declares. */
    private FieldLine line(Catalogue.Measure measure, @Nullable Object value) {
        return new FieldLine(
                measure.id(),
                measure.names().in(wording.language()),
                value,
                value == null
                        ? wording.text("absent.unknown")
                        : wording.value(value instanceof String ? Domain.MEASURE_VALUE : null, value),
                origin(value, null),
                null,
                placed.pointer(measure.pointer()),
                value == null ? Meaning.UNKNOWN : null,
                null);
    }

    private static FieldOrigin origin(@Nullable Object value, @Nullable String how) {
        if (value == null) {
            return FieldOrigin.ABSENT;
        }
        return how == null ? FieldOrigin.GIVEN : FieldOrigin.DERIVED;
    }

    private String meaning(Absent absent) {
        return switch (absent.means()) {
            case UNKNOWN -> wording.text("absent.unknown");
            case NOT_ASKED -> wording.text("absent.not-asked");
            case ASSUMED -> wording.condition(absent.condition(), absent.pointer());
        };
    }
}
