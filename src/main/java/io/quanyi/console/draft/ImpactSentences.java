package io.quanyi.console.draft;

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
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of an impact with the ticks that say which are intended. A tick belongs to the exact sentence: the customers, the earlier
 * answer and the later one. If any of these changes, the tick is lost.
 */
public final class ImpactSentences {

    private static final int DIGEST = 16;

    /** The dimensions that say whom a sentence is about, before the finer conditions. */
    private static final Set<String> SUBJECTS = Set.of("plan", "product");

    private final DraftScreen screen;
    private final Map<Language, ImpactReport> reports;
    private final ImpactReport report;

    /** The definitions in one fixed language, because ticks are kept by the words of a definition. */
    private final List<DefinitionLine> definitions;

    private final Set<String> intended;
    private final ConsoleTexts texts;
    private final CommentViews comments;

    /** The sentences of a comparison for the reader of a screen. */
    public ImpactSentences(DraftScreen screen, Compared compared) {
        this.screen = screen;
        this.reports = compared.reports();
        this.report = Objects.requireNonNull(compared.reports().get(screen.language()));
        this.definitions =
                Objects.requireNonNull(compared.reports().get(Language.CHINESE)).definitions();
        this.intended = Set.copyOf(screen.view().draft().intended());
        this.texts = new ConsoleTexts(screen.language());
        this.comments = new CommentViews(screen);
    }

    /** The number of sentences that are not ticked as intended. */
    long open() {
        return digests().stream().filter(digest -> !intended.contains(digest)).count();
    }

    /** The values of the template {@code impact.html}, with the sentences that a reader wants to see. */
    public Map<String, Object> content(ImpactFilter filter) {
        List<String> all = digests();
        List<Map<String, Object>> definitions = definitions(filter);
        List<Map<String, Object>> sentences = sentences(filter);
        List<String> listed = Stream.concat(sentences.stream(), definitions.stream())
                .map(one -> String.valueOf(one.get("digest")))
                .toList();
        Set<String> lost = new TreeSet<>(intended);
        all.forEach(lost::remove);
        Map<String, Object> content = new HashMap<>();
        content.put("none", report.none());
        content.put("definitions", definitions);
        content.put("sentences", sentences);
        content.put(
                "further", report.furtherSentences().stream().map(this::further).toList());
        content.put("notCompared", report.withoutComparison());
        content.put("leftOut", report.leftOut());
        content.put("ownTerms", report.furtherSentences().isEmpty() ? "" : report.ownTerms());
        content.put("counted", texts.of("impact-counted", report.changed(), report.combinations()));
        content.put("open", open() == 0 ? "" : texts.of("impact-open", open(), all.size()));
        content.put("lost", lost.isEmpty() ? "" : texts.of("impact-lost", lost.size()));
        content.put("shown", String.join(" ", all));
        content.put("before", listed.stream().filter(intended::contains).collect(Collectors.joining(" ")));
        content.put("listedDigests", String.join(" ", listed));
        content.put("listed", texts.of("impact-listed", listed.size(), all.size()));
        content.put("nothingListed", listed.isEmpty());
        content.put("services", services(filter));
        content.put("filter", filter);
        content.put("narrowed", !filter.isAll());
        content.put("customers", customers());
        content.put("editable", screen.isOpen());
        content.put("cases", screen.address("cases"));
        content.put("publish", screen.address("publish"));
        content.put("mayWrite", comments.mayWrite());
        content.put("commenting", screen.address("comments"));
        content.put("maxCharacters", DraftComments.MAX_CHARACTERS);
        return content;
    }

    /** The customers of a census in words; empty without one. */
    private String customers() {
        Customers counted = report.customers();
        if (counted == null) {
            return "";
        }
        return texts.of("census-touched", counted.touched(), counted.all());
    }

    /** A further sentence, after a census with the number of its customers. */
    private Map<String, Object> further(FurtherLine line) {
        return Map.of(
                "text",
                line.text(),
                "count",
                line.customers() == null ? "" : texts.of("census-customers", line.customers()));
    }

    /** The numbers of combinations and, after a census, of customers to which a sentence applies. */
    private String count(SentenceLine line) {
        String combinations = texts.of("impact-combinations", line.combinations());
        return line.customers() == null
                ? combinations
                : texts.of("census-customers", line.customers()) + " · " + combinations;
    }

    /** The sentences alone, in the order of the services. */
    List<Map<String, Object>> sentences(ImpactFilter filter) {
        return report.sentences().stream()
                .filter(line -> filter.accepts(line, intended.contains(digest(line))))
                .map(this::sentence)
                .toList();
    }

    /** The services of which an answer changes, and the one of the filter, which may have none any more. */
    private List<Map<String, Object>> services(ImpactFilter filter) {
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

    private List<String> digests() {
        return Stream.concat(
                        definitions.stream().map(ImpactSentences::digest),
                        report.sentences().stream().map(ImpactSentences::digest))
                .toList();
    }

    /** The words of a sentence in all languages: people comment on it in theirs. */
    private List<String> words(SentenceLine line) {
        String digest = digest(line);
        return reports.values().stream()
                .flatMap(one -> one.sentences().stream())
                .filter(one -> digest(one).equals(digest))
                .map(SentenceLine::text)
                .toList();
    }

    /** The name of a definition in all languages. */
    private List<String> names(int index) {
        return reports.values().stream()
                .map(one -> one.definitions().get(index).name())
                .toList();
    }

    private List<Map<String, Object>> definitions(ImpactFilter filter) {
        return IntStream.range(0, definitions.size())
                .filter(i -> filter.accepts(report.definitions().get(i), intended.contains(digest(definitions.get(i)))))
                .mapToObj(i -> definition(
                        digest(definitions.get(i)), report.definitions().get(i), comments.onSentence(names(i))))
                .toList();
    }

    private Map<String, Object> definition(String digest, DefinitionLine line, List<Map<String, Object>> about) {
        return Map.of(
                "comments", about,
                "digest", digest,
                "intended", intended.contains(digest),
                "text", line.name(),
                "sides",
                        List.of(Map.of(
                                "before", list(line.before()),
                                "after", list(line.after()))));
    }

    private static List<String> list(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private Map<String, Object> sentence(SentenceLine line) {
        return Map.of(
                "comments", comments.onSentence(words(line)),
                "digest", digest(line),
                "intended", intended.contains(digest(line)),
                "text", line.text(),
                "subject", subject(line),
                "conditions",
                        line.conditions().stream()
                                .filter(condition -> !SUBJECTS.contains(condition.part()))
                                .map(ConditionLine::text)
                                .toList(),
                "count", count(line),
                "sides",
                        List.of(Map.of(
                                "before", words(line.before()),
                                "after", words(line.after()))),
                "example", QuestionAddress.of(line.example(), screen.programme().zone()),
                "rules", rules(line));
    }

    /** The services of a sentence with the plans and products that it is about. */
    private String subject(SentenceLine line) {
        Stream<String> among = line.conditions().stream()
                .filter(condition -> SUBJECTS.contains(condition.part()))
                .map(ConditionLine::text);
        String services = Punctuation.of(screen.language()).list(line.names());
        return Stream.concat(Stream.of(services), among).collect(Collectors.joining(" · "));
    }

    private static List<String> words(List<StatementLine> statements) {
        return statements.stream().map(StatementLine::text).toList();
    }

    /** The titles of the rules behind the answers on either side, each once. */
    private static List<String> rules(SentenceLine line) {
        return Stream.concat(line.rulesBefore().stream(), line.rulesAfter().stream())
                .map((RuleBehind rule) -> rule.id() + " " + rule.title())
                .distinct()
                .toList();
    }

    private static String digest(DefinitionLine line) {
        return digest(List.of(
                "definition",
                line.what(),
                Objects.requireNonNullElse(line.before(), ""),
                Objects.requireNonNullElse(line.after(), "")));
    }

    private static String digest(SentenceLine line) {
        List<String> parts = new ArrayList<>(line.services());
        line.conditions().stream().map(ImpactSentences::condition).forEach(parts::add);
        Function<StatementLine, String> statement = one -> one.part() + "=" + one.value();
        line.before().stream().map(statement).map(text -> "-" + text).forEach(parts::add);
        line.after().stream().map(statement).map(text -> "+" + text).forEach(parts::add);
        return digest(parts);
    }

    private static String condition(ConditionLine condition) {
        return condition.part()
                + (condition.except() ? "!" : "=")
                + condition.values().stream()
                        .map(value -> value.kind() + ":" + value.id())
                        .collect(Collectors.joining(","));
    }

    private static String digest(List<String> parts) {
        byte[] said = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        String digest = DraftService.digest(new SourceFile("sentence", said));
        return digest.substring(digest.indexOf(':') + 1).substring(0, DIGEST);
    }
}
