package io.quanyi.workshop.explain;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.FactLine;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.FieldLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.FieldOrigin;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts around the parts of an explanation, for the terminal and for the page.
 *
 * @param draft whether the release that decides is the draft
 */
record ExplanationTexts(Output output, boolean draft) {

    /** The most possible values that are listed. */
    private static final int MAX_CHOICES = 12;

    String outcome(ExplanationReport report) {
        return report.answer() == null
                ? output.text("explain.refused")
                : report.answer().text();
    }

    String release(ExplanationReport report) {
        ReleaseId id = report.asked().release();
        String number = draft ? output.text("impact.draft") : output.text("impact.release", id.number());
        return output.text("impact.versions", number, id.policy(), id.catalogue(), id.calendars());
    }

    /** A line for each fact with its known fields; facts without known fields are left out. */
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

    /** A line for each meaning of an absent field, with the fields that it holds for. */
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

    /** The reason why a part of an answer has no rule. */
    String unruled(BasisLine basis) {
        return output.text(basis.fromContract() ? "explain.contract" : "explain.no-rule");
    }

    /** The possible values of a member; empty if there are none. */
    String choices(FaultLine fault) {
        List<NamedId> choices = fault.choices();
        String shown = punctuation()
                .list(choices.stream().limit(MAX_CHOICES).map(this::choice).toList());
        return choices.isEmpty()
                ? ""
                : output.text("explain.choices")
                        + punctuation().colon()
                        + shown
                        + (choices.size() > MAX_CHOICES ? " …" : "");
    }

    private String choice(NamedId choice) {
        return choice.name().equals(choice.id()) ? choice.id() : punctuation().beside(choice.id(), choice.name());
    }

    /** The name and the text of a part of an answer; the name is not repeated if the text begins with it. */
    String part(BasisLine basis) {
        String named = basis.name() + punctuation().colon();
        return basis.text().startsWith(named) ? basis.text() : named + basis.text();
    }

    Punctuation punctuation() {
        return Punctuation.of(output.language());
    }
}
