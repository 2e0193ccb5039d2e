package io.quanyi.console.matrix;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.OtherReleases.Other;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.console.matrix.MatrixSide.CellId;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the rows of a matrix in which another release or a draft has different words, with both texts in each cell that differs. */
final class ComparedMatrix {

    private final MatrixSide first;
    private final MatrixSide second;
    private final List<String> names;
    private final CellAddress address;
    private final ConsoleTexts texts;
    private final Other other;
    private final Set<CellId> ids = new LinkedHashSet<>();

    ComparedMatrix(Shown shown, Other other, CellAddress address, Language language) {
        this.first = MatrixSide.of(shown.release(), shown.at(), language);
        this.second = MatrixSide.of(other.release(), shown.at(), language);
        this.names = List.of(Other.of(shown.release(), language).name(), other.shortName());
        this.address = address;
        this.other = other;
        this.texts = new ConsoleTexts(language);
        ids.addAll(first.cells().keySet());
        ids.addAll(second.cells().keySet());
    }

    /** The columns, the rows with a difference, and a sentence that counts the differences. */
    Map<String, Object> content() {
        List<String> plans = distinct(CellId::plan);
        List<Map<String, Object>> services = distinct(CellId::service).stream()
                .filter(service -> plans.stream().anyMatch(plan -> differs(new CellId(service, plan))))
                .map(service -> row(service, plans))
                .toList();
        long different = ids.stream().filter(this::differs).count();
        return Map.of(
                "plans",
                plans.stream().map(plan -> name(Domain.PLAN, plan)).toList(),
                "services",
                services,
                "compared",
                texts.of("matrix-compared", different, ids.size(), names.get(0), other.name()));
    }

    private List<String> distinct(Function<CellId, String> part) {
        return ids.stream().map(part).distinct().toList();
    }

    private boolean differs(CellId id) {
        return !first.lines(id).equals(second.lines(id));
    }

    private String name(Domain domain, String id) {
        Function<CellId, String> part = domain == Domain.PLAN ? CellId::plan : CellId::service;
        boolean isKnown = first.cells().keySet().stream().map(part).anyMatch(id::equals);
        return (isKnown ? first : second).words().name(domain, id);
    }

    private Map<String, Object> row(String service, List<String> plans) {
        return Map.of(
                "id",
                service,
                "name",
                name(Domain.SERVICE, service),
                "cells",
                plans.stream().map(plan -> cell(new CellId(service, plan))).toList());
    }

    private Map<String, Object> cell(CellId id) {
        List<String> lines = new ArrayList<>(first.lines(id));
        String line = lines.isEmpty() ? "" : lines.remove(0);
        boolean differs = differs(id);
        return Map.of(
                "kind",
                differs ? "different" : "same",
                "first",
                differs ? "" : line,
                "rest",
                lines,
                "basis",
                List.of(),
                "href",
                address.of(id.service(), id.plan(), first.severity(id, second)),
                "sides",
                differs ? List.of(side(0, first.lines(id)), side(1, second.lines(id))) : List.of());
    }

    private Map<String, Object> side(int place, List<String> lines) {
        return Map.of("name", names.get(place), "lines", lines);
    }
}
