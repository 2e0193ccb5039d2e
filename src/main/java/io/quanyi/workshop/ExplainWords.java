package io.quanyi.workshop;

import io.quanyi.decision.ReleaseId;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.FactLine;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.FieldLine;
import io.quanyi.explain.ExplanationReport.Named;
import io.quanyi.explain.FieldOrigin;
import io.quanyi.text.Punctuation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said around the parts of an explanation, on a terminal and on a page alike.
 *
 * @param draft whether the release that decides is not published
 */
record ExplainWords(Voice voice, boolean draft) {

    /** How many possible values are read out. */
    private static final int READ_OUT = 12;

    String outcome(ExplanationReport report) {
        return report.answer() == null
                ? voice.text("explain.refused")
                : report.answer().text();
    }

    String release(ExplanationReport report) {
        ReleaseId id = report.asked().release();
        String number = draft ? voice.text("impact.draft") : voice.text("impact.release", id.number());
        return voice.text("impact.versions", number, id.policy(), id.catalogue(), id.calendars());
    }

    /** Each fact with what is known of it; none of which nothing is. */
    List<String> known(ExplanationReport report) {
        List<String> lines = new ArrayList<>();
        for (FactLine fact : report.facts()) {
            List<String> fields = fact.fields().stream()
                    .filter(field -> field.origin() != FieldOrigin.ABSENT)
                    .map(this::known)
                    .toList();
            if (!fields.isEmpty()) {
                lines.add(punctuation().sequence(fields));
            }
        }
        return lines;
    }

    private String known(FieldLine field) {
        String said = field.name() + punctuation().colon() + field.text();
        String how = field.how();
        return how == null ? said : said + " ← " + how;
    }

    /** What is not known, by what its absence means. */
    List<String> absent(ExplanationReport report) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        report.facts().stream()
                .flatMap(fact -> fact.fields().stream())
                .filter(field -> field.origin() == FieldOrigin.ABSENT)
                .forEach(field -> names.computeIfAbsent(field.text(), any -> new ArrayList<>())
                        .add(absent(field)));
        List<String> lines = new ArrayList<>();
        names.forEach((meaning, those) ->
                lines.add(punctuation().list(those) + punctuation().colon() + meaning));
        return lines;
    }

    private static String absent(FieldLine field) {
        String how = field.how();
        return how == null ? field.name() : field.name() + " ← " + how;
    }

    /** Why a part of an answer names no rule. */
    String unruled(BasisLine basis) {
        return voice.text(basis.agreed() ? "explain.contract" : "explain.no-rule");
    }

    /** Empty where nothing is to be chosen from. */
    String choices(FaultLine fault) {
        List<Named> choices = fault.choices();
        String shown = punctuation()
                .list(choices.stream().limit(READ_OUT).map(this::choice).toList());
        return choices.isEmpty()
                ? ""
                : voice.text("explain.choices")
                        + punctuation().colon()
                        + shown
                        + (choices.size() > READ_OUT ? " …" : "");
    }

    private String choice(Named choice) {
        return choice.name().equals(choice.id()) ? choice.id() : punctuation().beside(choice.id(), choice.name());
    }

    /** A part of an answer; where what is said of it begins with its name, that is enough. */
    String part(BasisLine basis) {
        String named = basis.name() + punctuation().colon();
        return basis.text().startsWith(named) ? basis.text() : named + basis.text();
    }

    Punctuation punctuation() {
        return Punctuation.of(voice.language());
    }
}
