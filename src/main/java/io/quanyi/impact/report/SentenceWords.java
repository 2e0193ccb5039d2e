package io.quanyi.impact.report;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.PriceWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.impact.DimensionClasses;
import io.quanyi.impact.SentenceCondition;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.dimension.ValueLabel;
import io.quanyi.impact.report.ImpactReport.ClassLine;
import io.quanyi.impact.report.ImpactReport.ConditionLine;
import io.quanyi.impact.report.ImpactReport.DimensionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of conditions and elements of answers, in one language. */
final class SentenceWords {

    private static final String NOT_SAID = "-";
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
        return text("dimension." + id);
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
    private String readOut(List<String> values, String more) {
        int most = ConditionLine.READ_OUT;
        String read = punctuation.list(values.subList(0, Math.min(values.size(), most)));
        return values.size() > most ? text(more, read, values.size() - most) : read;
    }

    private String label(String dimension, ValueLabel label) {
        List<String> words = label.words();
        return switch (label.code()) {
            case "id" -> DOMAINS.containsKey(dimension) ? name(DOMAINS.get(dimension), words.get(0)) : words.get(0);
            case "use" -> use(words);
            case "contract-says" ->
                text(
                        "label.contract-says",
                        punctuation.list(Stream.of(words.get(0).split(" \\+ ", -1))
                                .map(effect -> name(Domain.EFFECT, effect))
                                .toList()));
            default -> text("label." + label.code(), words.toArray());
        };
    }

    /** The requested amounts and the past usage, as far as the label has them. */
    private String use(List<String> words) {
        List<String> said = new ArrayList<>();
        add(said, "label.use.quantity", words.get(0));
        add(said, "label.use.person-days", words.get(1));
        add(said, "label.use.group", words.get(2));
        if (words.get(3).equals(NOT_SAID)) {
            said.add(text("label.use.unknown"));
        } else {
            String[] years = words.get(3).split(",", -1);
            said.add(used("label.use.used", years[0]));
            if (years.length > 1) {
                said.add(used("label.use.used-before", years[1]));
            }
        }
        return String.join(" + ", said);
    }

    private void add(List<String> said, String code, String word) {
        if (!word.equals(NOT_SAID)) {
            said.add(text(code, word));
        }
    }

    private String used(String code, String year) {
        String[] numbers = year.split("/", -1);
        if (numbers.length == 1) {
            return text(code, numbers[0]);
        }
        return numbers[0].equals("0") ? text(code + ".days", numbers[1]) : text(code + ".both", numbers[0], numbers[1]);
    }

    StatementLine element(CoreElement element) {
        return new StatementLine(element.subject().id(), element.value(), text(element));
    }

    private String text(CoreElement element) {
        List<String> words = element.words();
        String first = words.get(0);
        return switch (element.subject()) {
            case OUTCOME -> text("outcome." + first);
            case REASON -> after.reason(first);
            case RESPONSE, RESOLUTION -> promise(element.subject(), words);
            case QUOTA -> quota(words);
            case CHARGE -> charge(words);
            case CONDITION -> condition(first, null);
            case ASSUMPTION -> condition(first, words.get(1));
            case GRANTED_BY -> text("statement.granted-by", name(Domain.PLAN, first));
            case WINDOW -> text("statement.window", name(Domain.WINDOW, first));
            case CHANNEL -> text("statement.channel", name(Domain.CHANNEL, first));
            case SEAT -> text("statement.seat", name(Domain.SEAT, first));
            case PRIORITY -> text("statement.priority", name(Domain.PRIORITY, first));
            case DELIVERER -> text("statement.deliverer", name(Domain.DELIVERER, first));
            case DELIVERY -> text("statement.delivery", name(Domain.DELIVERY, first));
            case LANGUAGE -> text("statement.language", name(Domain.LANGUAGE, first));
            case MISSING, REFUSAL, LEAD_TIME ->
                text("statement." + element.subject().id(), words.toArray());
        };
    }

    private String condition(String code, @Nullable String pointer) {
        return after.condition(new Decision.ConditionLine(code, pointer, null, null, null));
    }

    private String promise(Subject subject, List<String> words) {
        String target =
                after.promise(subject.id(), new Decision.TargetValue(new BigDecimal(words.get(0)), words.get(1)));
        String clock =
                words.get(2).isEmpty() ? target : text("statement.clock", target, name(Domain.WINDOW, words.get(2)));
        return words.get(3).isEmpty()
                ? clock
                : text("statement.fulfilled", clock, name(Domain.FULFILMENT, words.get(3)));
    }

    private String quota(List<String> words) {
        String quota = after.quota(new BigDecimal(words.get(0)), words.get(1), words.get(2));
        return words.get(3).isEmpty()
                ? quota
                : text("statement.quota-each", quota, after.amount(new BigDecimal(words.get(3)), words.get(4)));
    }

    private String charge(List<String> words) {
        PriceWords prices = new PriceWords(after);
        BigDecimal from = new BigDecimal(words.get(0));
        BigDecimal to = words.get(1).isEmpty() ? null : new BigDecimal(words.get(1));
        boolean about = !words.get(4).isEmpty();
        return to != null && isShare(words.get(2))
                ? prices.share(from, to, words.get(2), words.get(3), about)
                : prices.sum(from, to, words.get(2), words.get(3), about);
    }

    private static boolean isShare(String of) {
        return Domain.SHARE_OF.fixed() != null && Domain.SHARE_OF.fixed().contains(of);
    }
}
