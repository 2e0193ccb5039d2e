package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Plan;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of entries and the words of values, in one language. */
record ExplanationWords(ProgrammeRelease release, Language language) {

    AnswerWords words() {
        return new AnswerWords(release, language);
    }

    Punctuation punctuation() {
        return Punctuation.of(language);
    }

    /** A text of an explanation. */
    String text(String code, Object... arguments) {
        return shared("explain." + code, arguments);
    }

    /** A text that other features use as well. */
    String shared(String code, Object... arguments) {
        return Texts.of(
                language, code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    NamedId named(Domain domain, String id) {
        return new NamedId(id, name(domain, id));
    }

    String name(Domain domain, String id) {
        return words().name(domain, id);
    }

    String condition(String code, @Nullable String pointer) {
        return words().condition(new Decision.ConditionLine(code, pointer, null, null, null));
    }

    /** A value in words. */
    String value(@Nullable Domain domain, Object value) {
        if (value instanceof Boolean truth) {
            return shared(truth ? "label.yes" : "label.no");
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        return domain == null ? String.valueOf(value) : name(domain, String.valueOf(value));
    }

    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The name of a member of the request; its pointer if it has no name. */
    String member(String pointer) {
        return MemberName.in(language, release.catalogue(), pointer);
    }

    /** The plan that a finding rests on; null if it rests on none. The finding of a contained plan rests on the plan that contains it. */
    @Nullable NamedId plan(String own, Finding finding) {
        int distance = finding.outcome() instanceof Plan ? finding.distance() - 1 : finding.distance();
        boolean rests = distance >= 0 && distance != Finding.PROGRAMME;
        return rests ? named(Domain.PLAN, release.policy().containedPlan(own, distance)) : null;
    }

    Catalogue catalogue() {
        return release.catalogue();
    }
}
