package io.quanyi.impact.report;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.impact.DimensionClasses;
import io.quanyi.impact.SentenceCondition;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.dimension.MeasureDimensions;
import io.quanyi.impact.report.ImpactReport.ClassLine;
import io.quanyi.impact.report.ImpactReport.DimensionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of conditions and elements of answers, in one language. */
final class SentenceWords {

    private static final String QUOTE = "“";

    private static final Map<String, Domain> DOMAINS = Map.ofEntries(
            Map.entry("plan", Domain.PLAN),
            Map.entry("product", Domain.PRODUCT),
            Map.entry("deployment", Domain.DEPLOYMENT),
            Map.entry("usageRegion", Domain.REGION),
            Map.entry("servedBy", Domain.SERVED_BY),
            Map.entry("projectPhase", Domain.PHASE),
            Map.entry("specialServices", Domain.SERVICE),
            Map.entry("channel", Domain.CHANNEL),
            Map.entry("topic", Domain.TOPIC),
            Map.entry("severity", Domain.SEVERITY),
            Map.entry("activity", Domain.ACTIVITY),
            Map.entry("delivery", Domain.DELIVERY),
            Map.entry("submittedBy", Domain.SUBMITTED_BY),
            Map.entry("usedService", Domain.SERVICE),
            Map.entry("termService", Domain.SERVICE),
            Map.entry("termSeverity", Domain.SEVERITY),
            Map.entry("termWindow", Domain.WINDOW),
            Map.entry("termChannel", Domain.CHANNEL));

    private final ReleaseNames names;
    private final AnswerWords after;
    private final Language language;
    private final Punctuation punctuation;

    SentenceWords(ProgrammeRelease before, ProgrammeRelease after, Language language) {
        this.names = new ReleaseNames(before, after, language);
        this.after = new AnswerWords(after, language);
        this.language = language;
        this.punctuation = Punctuation.of(language);
    }

    Language language() {
        return language;
    }

    String name(Domain domain, String id) {
        return names.name(domain, id);
    }

    String text(String code, Object... arguments) {
        return Texts.of(
                language, code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    Punctuation punctuation() {
        return punctuation;
    }

    /** The condition by its values or by its exceptions, whichever are fewer. */
    ConditionLine condition(SentenceCondition condition) {
        boolean except = !condition.others().isEmpty()
                && condition.others().size() < condition.among().size();
        List<ValueLabel> labels = except ? condition.others() : condition.among();
        List<ValueLine> values = values(condition.dimension(), labels);
        List<String> texts = values.stream().map(ValueLine::text).toList();
        String name = dimension(condition.dimension());
        String meant = except ? exceptions(texts) : readOut(texts, "list.more");
        return new ConditionLine(condition.dimension(), name, except, values, name + punctuation.colon() + meant);
    }

    private List<ValueLine> values(String dimension, List<ValueLabel> labels) {
        return labels.stream()
                .map(label -> new ValueLine(
                        label.code(), String.join(" ", label.words()), label(dimension, label), label.isStandIn()))
                .toList();
    }

    private String dimension(String id) {
        return id.startsWith(MeasureDimensions.PREFIX)
                ? name(Domain.MEASURE, id.substring(MeasureDimensions.PREFIX.length()))
                : text("dimension." + id);
    }

    /** The dimension with all its values. */
    DimensionLine dimension(DimensionClasses dimension) {
        return new DimensionLine(
                dimension.dimension(),
                dimension(dimension.dimension()),
                dimension.classes().stream()
                        .map(labels -> new ClassLine(values(dimension.dimension(), labels)))
                        .toList());
    }

    private String exceptions(List<String> values) {
        List<String> named = values.stream().map(this::named).toList();
        return text("list.except", readOut(named, "list.except-more"));
    }

    /** A value in quotes, unless it has some of its own. */
    private String named(String value) {
        return value.contains(QUOTE) ? value : punctuation.named(value);
    }

    /** The values as one text; of many only the first, and how many more there are. */
    String readOut(List<String> values, String more) {
        int most = ConditionLine.READ_OUT;
        String read = punctuation.list(values.subList(0, Math.min(values.size(), most)));
        return values.size() > most ? text(more, read, values.size() - most) : read;
    }

    private String label(String dimension, ValueLabel label) {
        List<String> words = label.words();
        return switch (label.code()) {
            case "id" -> id(dimension, words.get(0));
            case "use" -> use(words);
            case "contract-says" ->
                Stream.of(words.get(0).split(" \\+ ", -1)).map(this::part).collect(Collectors.joining(" + "));
            default -> text("label." + label.code(), words.toArray());
        };
    }

    private String id(String dimension, String id) {
        if (dimension.startsWith(MeasureDimensions.PREFIX)) {
            return names.value(dimension.substring(MeasureDimensions.PREFIX.length()), id);
        }
        Domain domain = DOMAINS.get(dimension);
        return domain == null ? id : name(domain, id);
    }

    /** A part of a contract's own terms: its effect, with what tells it apart from other terms of the effect. */
    private String part(String part) {
        String[] words = part.split(" ", 2);
        String effect = name(Domain.EFFECT, words[0]);
        if (words.length == 1) {
            return effect;
        }
        boolean named = words[0].equals("channel") && !words[1].equals("other");
        return punctuation.beside(
                effect, named ? name(Domain.CHANNEL, words[1]) : text("own-term." + words[0] + "." + words[1]));
    }

    /** The requested amounts and the past usage, as they compare with each limit. */
    private String use(List<String> words) {
        return words.stream().map(this::compared).collect(Collectors.joining(" + "));
    }

    /** One comparison: its code, with a number and a unit, a position among numbers, or a span. */
    private String compared(String word) {
        List<String> parts = List.of(word.split(" ", -1));
        String code = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        return switch (code) {
            case "limit", "quantity", "person-days", "start" ->
                rest.isEmpty() ? text("label.use." + code) : text("label.use." + code, label("use", position(rest)));
            case "exhausted", "insufficient", "enough", "more", "each-over", "each-within" -> {
                String compared = text("label.use." + code, amount(rest.get(0), rest.get(1)));
                yield rest.size() < 3 ? compared : inSpan(compared, rest.subList(2, rest.size()));
            }
            case "incomplete" -> inSpan(text("label.use.incomplete"), rest);
            case "group-over", "group-exceeded", "group-full", "group-within", "group-new" ->
                text("label.use." + code, number(rest.get(0)));
            default -> text("label.use." + code);
        };
    }

    /** A text about usage in a span, or in a span apart from a shorter one. */
    String inSpan(String text, List<String> spans) {
        return punctuation.beside(text, text("span." + String.join(".", spans)));
    }

    private static ValueLabel position(List<String> words) {
        return new ValueLabel(words.get(0), words.subList(1, words.size()));
    }

    /** A number as text; a number that a rule takes from the request by its name. */
    String number(String word) {
        return isTaken(word) ? text("taken." + word) : word;
    }

    boolean isTaken(String word) {
        return Texts.has(language, "taken." + word);
    }

    String amount(String number, String unit) {
        return isTaken(number) ? text("taken." + number + "." + unit) : after.amount(new BigDecimal(number), unit);
    }

    /** The words of an element of an answer. */
    StatementLine element(CoreElement element) {
        return new ElementWords(this, after).line(element);
    }
}
