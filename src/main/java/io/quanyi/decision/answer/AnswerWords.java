package io.quanyi.decision.answer;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of answers in one language, with the names of the catalogue of a release.
 */
public record AnswerWords(ProgrammeRelease release, Language language) {

    /** The words of a reason. */
    public String reason(String code) {
        return names().reason(code);
    }

    /** The words of a target time; {@code what} is {@code response} or {@code resolution}. */
    public String promise(String what, Decision.TargetValue target) {
        return Texts.of(language, what + "." + target.unit(), List.of(plain(target.amount())));
    }

    /** The words of the progress towards a target time. */
    public String progress(Decision.Progress progress) {
        String since = progress.since() == null ? "" : new DateTexts(language).instant(progress.since());
        String counted = length(progress.countedSeconds());
        String left = length(Math.max(0, progress.remainingSeconds()));
        List<String> arguments = switch (progress.state()) {
            case "running" -> List.of(counted, left);
            case "missed" -> List.of(counted, since);
            default -> List.of(counted, left, since);
        };
        return Texts.of(language, "progress." + progress.state(), arguments);
    }

    /** The words of a number of seconds, in hours, minutes and seconds. */
    public String length(long seconds) {
        List<String> parts = new ArrayList<>();
        add(parts, "length.hours", seconds / 3600);
        add(parts, "length.minutes", seconds / 60 % 60);
        add(parts, "length.seconds", seconds % 60);
        return parts.isEmpty() ? Texts.of(language, "length.seconds", List.of("0")) : String.join(" ", parts);
    }

    private void add(List<String> parts, String unit, long amount) {
        if (amount != 0) {
            parts.add(Texts.of(language, unit, List.of(String.valueOf(amount))));
        }
    }

    /**
     * The words of an amount.
     *
     * @param unit an id of {@link Domain#QUOTA_UNIT}, or {@code user}
     */
    public String amount(BigDecimal amount, String unit) {
        return Texts.of(language, "amount." + unit, List.of(plain(amount)));
    }

    /** The words of a quota, such as twice per service year. */
    public String quota(BigDecimal limit, String unit, String per) {
        return Texts.of(language, "statement.quota", List.of(amount(limit, unit), name(Domain.QUOTA_PER, per)));
    }

    /** The words of a condition. */
    public String condition(Decision.ConditionLine condition) {
        return names().condition(condition.code(), orEmpty(condition.pointer()));
    }

    /** The words of a term that depends on an absent member. */
    public String dependentTerm(Decision.DependentTerm term) {
        return Texts.of(
                language,
                "statement.depends",
                List.of(new OutcomeWords(this).said(term.term()), member(term.pointer())));
    }

    /** The name of a member of the request; its pointer if it has no name. */
    public String member(String pointer) {
        return MemberName.in(language, release.catalogue(), pointer);
    }

    /** The words of a warning about a value, or about a member. */
    public String warning(Decision.Warning warning) {
        return Texts.of(language, "warning." + warning.code(), List.of(subject(warning)));
    }

    private String subject(Decision.Warning warning) {
        String pointer = orEmpty(warning.pointer());
        String value = warning.value() == null ? pointer : warning.value();
        return switch (warning.code()) {
            case "without-effect" -> member(pointer);
            case "language-not-offered" -> name(Domain.LANGUAGE, value);
            default -> value;
        };
    }

    /**
     * The words of a suggestion.
     *
     * @param decision the decision, whose quota has the unit of a number
     */
    public String suggestion(Decision.Suggestion suggestion, Decision decision) {
        Decision.Setting first = suggestion.set().get(0);
        String value = first.value() instanceof Number number
                ? amount(new BigDecimal(number.toString()), unit(first, decision))
                : shown(first.value());
        return Texts.of(language, "suggestion." + suggestion.code(), List.of(value));
    }

    private static String unit(Decision.Setting setting, Decision decision) {
        Decision.QuotaState quota = decision.quota();
        if (quota == null || setting.pointer().endsWith("/personDays")) {
            return "person-day";
        }
        return quota.unit().equals("person-day") ? "time" : quota.unit();
    }

    /** The words of a reading; its id if there is none. */
    public String reading(String id) {
        Reading reading = release.readings().reading(id);
        return reading == null ? id : reading.text().in(language);
    }

    /** Why no rule rests on a clause: the reason that it gives, or the entries of the catalogue that state it; null if it decides. */
    public @Nullable String reason(Clause clause) {
        List<String> entries = clause.entries().stream()
                .map(entry -> name(entry.domain(), entry.id()))
                .toList();
        if (!entries.isEmpty()) {
            return Texts.of(
                    language,
                    "clause.in-catalogue",
                    List.of(Punctuation.of(language).list(entries)));
        }
        return clause.reason() == null ? null : clause.reason().in(language);
    }

    /** The name of an id; the id itself if it has none. */
    public String name(Domain domain, String id) {
        return names().name(domain, id);
    }

    private CatalogueNames names() {
        return new CatalogueNames(release.catalogue(), language);
    }

    /** The words of a value; of a list, those of its last element, which the suggestion adds. */
    private String shown(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return shown(list.get(list.size() - 1));
        }
        if (value instanceof OffsetDateTime instant) {
            return dates().instant(instant);
        }
        if (value instanceof LocalDate day) {
            return dates().day(day);
        }
        String id = String.valueOf(value);
        return Stream.of(Domain.PLAN, Domain.SERVICE, Domain.CHANNEL)
                .map(domain -> name(domain, id))
                .filter(name -> !name.equals(id))
                .findFirst()
                .orElse(id);
    }

    private DateTexts dates() {
        return new DateTexts(language);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
