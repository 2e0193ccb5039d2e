package io.quanyi.console.impact;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.QuestionAddress;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.Customers;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.impact.report.SentenceLine.RuleBehind;
import io.quanyi.text.Punctuation;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of an impact on a page: whom each changed answer concerns, both sides, an example and the rules behind it. */
public final class ImpactWords {

    private final ImpactReport report;
    private final ZoneId zone;
    private final ConsoleTexts texts;
    private final Map<String, String> both;
    private final ConcernedCustomers concerned;

    private ImpactWords(ImpactReport report, ZoneId zone, ConsoleTexts texts, Map<String, String> both) {
        this.report = report;
        this.zone = zone;
        this.texts = texts;
        this.both = both;
        this.concerned = new ConcernedCustomers(texts);
    }

    /**
     * The words of the impact of a draft, whose examples lead to the answers of the release in force and of the draft.
     *
     * @param draft the id of the draft; empty if it answers no more, so that examples lead to the release in force alone
     * @param zone the zone of the programme, in which addresses of questions say when is asked
     */
    public static ImpactWords ofDraft(String draft, ImpactReport report, ZoneId zone, ConsoleTexts texts) {
        return new ImpactWords(
                report, zone, texts, draft.isEmpty() ? Map.of() : Map.of(QuestionAddress.OTHER_RELEASE, draft));
    }

    /** The words of the impact between two releases, whose examples lead to the answers of both. */
    public static ImpactWords between(int before, int after, ImpactReport report, ZoneId zone, ConsoleTexts texts) {
        return new ImpactWords(
                report,
                zone,
                texts,
                Map.of("release", String.valueOf(before), QuestionAddress.OTHER_RELEASE, String.valueOf(after)));
    }

    /** The values about the impact as a whole. */
    public Map<String, Object> whole() {
        Map<String, Object> content = new HashMap<>();
        content.put("none", report.none());
        content.put(
                "further", report.furtherSentences().stream().map(this::further).toList());
        content.put("notCompared", report.withoutComparison());
        content.put("leftOut", report.leftOut());
        content.put("ownTerms", report.furtherSentences().isEmpty() ? "" : report.ownTerms());
        content.put("counted", texts.of("impact-counted", report.changed(), report.combinations()));
        content.put("customers", customers());
        return content;
    }

    /** The customers of a census in words; empty without one. */
    private String customers() {
        Customers counted = report.customers();
        return counted == null ? "" : texts.of("census-touched", counted.touched(), counted.all());
    }

    /** A further sentence, after a census with the number of its customers. */
    private Map<String, Object> further(FurtherLine line) {
        return Map.of(
                "text",
                line.text(),
                "count",
                line.customers() == null ? "" : texts.of("census-customers", line.customers()));
    }

    /** The services of which an answer changes, and the one of the filter, which may have none any more. */
    public List<Map<String, Object>> services(ImpactFilter filter) {
        Map<String, String> names = new LinkedHashMap<>();
        report.services().forEach(line -> names.put(line.service(), line.name()));
        if (!filter.service().isEmpty()) {
            names.putIfAbsent(filter.service(), filter.service());
        }
        return names.entrySet().stream()
                .map(service -> Map.<String, Object>of(
                        "id", service.getKey(),
                        "name", service.getValue(),
                        "chosen", service.getKey().equals(filter.service())))
                .toList();
    }

    /** All sentences that a filter accepts as cards, in the order of the services. */
    public List<Map<String, Object>> sentences(ImpactFilter filter) {
        List<SentenceLine> accepted = report.sentences().stream()
                .filter(line -> filter.accepts(line, false))
                .toList();
        return SentenceCard.of(accepted).stream().map(this::card).toList();
    }

    /** All changed definitions that a filter accepts. */
    public List<Map<String, Object>> definitions(ImpactFilter filter) {
        return report.definitions().stream()
                .filter(line -> filter.accepts(line, false))
                .map(this::definition)
                .toList();
    }

    /** The values of a card, to which more can be added. */
    public Map<String, Object> card(SentenceCard card) {
        SentenceLine first = card.first();
        Map<String, Object> values = new HashMap<>();
        values.put("text", first.text());
        values.put("subject", subject(card));
        values.put("whom", concerned.sentence(first.names(), card.shared()));
        values.put("count", count(first));
        values.put("example", example(first));
        values.put("exampleName", texts.of(both.isEmpty() ? "impact-example" : "impact-example-both"));
        values.put("cases", cases(card));
        values.put("sides", sides(words(first.before()), words(first.after())));
        values.put(
                "rules",
                card.lines().stream()
                        .flatMap(line -> rules(line).stream())
                        .distinct()
                        .toList());
        return values;
    }

    /** The sentences of a card, each by the facts in which it differs from the others; none for an only one. */
    private List<Map<String, Object>> cases(SentenceCard card) {
        return card.lines().size() == 1
                ? List.of()
                : card.lines().stream().map(line -> one(card, line)).toList();
    }

    private Map<String, Object> one(SentenceCard card, SentenceLine line) {
        List<String> facts = card.own(line).stream().map(concerned::fact).toList();
        return Map.of(
                "text",
                facts.isEmpty()
                        ? texts.of("impact-case-other")
                        : Punctuation.of(texts.language()).sequence(facts),
                "count",
                count(line),
                "example",
                example(line));
    }

    private String example(SentenceLine line) {
        return QuestionAddress.of(line.example(), zone, both);
    }

    /** The name and the address of the question of an example, asked at two instants. */
    public Map<String, Object> atBoth(SentenceCard card, String before, String from) {
        return Map.of(
                "name",
                subject(card),
                "href",
                QuestionAddress.of(
                        card.first().example(),
                        zone,
                        Map.of(QuestionAddress.AT, before, QuestionAddress.OTHER_AT, from)));
    }

    /** The values of a changed definition, to which more can be added. */
    public Map<String, Object> definition(DefinitionLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("text", line.name());
        values.put("sides", sides(list(line.before()), list(line.after())));
        return values;
    }

    private static List<Map<String, Object>> sides(List<String> before, List<String> after) {
        return List.of(Map.of("before", before, "after", after));
    }

    private static List<String> list(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    /** The numbers of combinations and, after a census, of customers to which a sentence applies. */
    private String count(SentenceLine line) {
        String combinations = texts.of("impact-combinations", line.combinations());
        return line.customers() == null
                ? combinations
                : texts.of("census-customers", line.customers()) + " · " + combinations;
    }

    /** The services of a card with the plans and products that it is about. */
    private String subject(SentenceCard card) {
        Stream<String> among = card.subjects().stream().map(ConditionLine::text);
        String services = Punctuation.of(texts.language()).list(card.first().names());
        return Stream.concat(Stream.of(services), among).collect(Collectors.joining(" · "));
    }

    private static List<String> words(List<StatementLine> statements) {
        return statements.stream().map(StatementLine::text).toList();
    }

    /** The titles of the rules behind the answers on either side, each once. */
    static List<String> rules(SentenceLine line) {
        return Stream.concat(line.rulesBefore().stream(), line.rulesAfter().stream())
                .map((RuleBehind rule) -> rule.id() + " " + rule.title())
                .distinct()
                .toList();
    }
}
