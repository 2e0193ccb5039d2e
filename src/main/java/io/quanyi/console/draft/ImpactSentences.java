package io.quanyi.console.draft;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.impact.CensusTable;
import io.quanyi.console.impact.ImpactFilter;
import io.quanyi.console.impact.ImpactWords;
import io.quanyi.console.impact.SentenceCard;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.impact.ImpactReports;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sentences of an impact with the ticks that say which are intended. A tick belongs to the exact sentence: the customers, the earlier
 * answer and the later one. If any of these changes, the tick is lost.
 */
public final class ImpactSentences {

    private static final int DIGEST = 16;
    private static final int MAX_QUESTIONS = 5;

    private final DraftScreen screen;
    private final ImpactReports reports;
    private final ImpactReport report;

    /** The definitions in one fixed language, because ticks are kept by the words of a definition. */
    private final List<DefinitionLine> definitions;

    private final Set<String> intended;
    private final ConsoleTexts texts;
    private final ImpactWords words;
    private final CommentViews comments;

    /** The sentences of a comparison for the reader of a screen. */
    public ImpactSentences(DraftScreen screen, Compared compared) {
        this.screen = screen;
        this.reports = compared.reports();
        this.report = reports.in(screen.language());
        this.definitions = reports.in(Language.CHINESE).definitions();
        this.intended = Set.copyOf(screen.view().draft().intended());
        this.texts = new ConsoleTexts(screen.language());
        this.words = ImpactWords.ofDraft(
                screen.isOpen() ? screen.view().draft().id() : "",
                report,
                screen.programme().zone(),
                texts);
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
                .flatMap(one -> Stream.of(String.valueOf(one.get("digests")).split(" ", -1)))
                .toList();
        Set<String> lost = new TreeSet<>(intended);
        all.forEach(lost::remove);
        Map<String, Object> content = new HashMap<>(words.whole());
        content.put("definitions", definitions);
        content.put("sentences", sentences);
        content.put("open", open() == 0 ? "" : texts.of("impact-open", open(), all.size()));
        content.put("lost", lost.isEmpty() ? "" : texts.of("impact-lost", lost.size()));
        content.put("shown", String.join(" ", all));
        content.put("before", listed.stream().filter(intended::contains).collect(Collectors.joining(" ")));
        content.put("listedDigests", String.join(" ", listed));
        content.put("listed", texts.of("impact-listed", listed.size(), all.size()));
        content.put("keepAll", texts.of("impact-keep-all", listed.size()));
        content.put("nothingListed", listed.isEmpty());
        content.put("services", words.services(filter));
        content.put("filter", filter);
        content.put("narrowed", !filter.isAll());
        content.put("table", screen.address("impact/census.csv"));
        content.put("editable", screen.isOpen());
        content.put("cases", screen.address("cases"));
        content.put("publish", screen.address("publish"));
        content.put("mayWrite", comments.mayWrite());
        content.put("commenting", screen.address("comments"));
        content.put("maxCharacters", DraftComments.MAX_CHARACTERS);
        return content;
    }

    /** The questions that are examples of the first changes, each asked at two instants. */
    List<Map<String, Object>> questions(String before, String from) {
        return SentenceCard.of(report.sentences()).stream()
                .limit(MAX_QUESTIONS)
                .map(card -> words.atBoth(card, before, from))
                .toList();
    }

    /** The rows of the table for spreadsheets; none without a census. */
    public List<List<String>> table() {
        return new CensusTable(report, line -> intended.contains(digest(line)), texts).rows();
    }

    /** The sentences alone as cards, in the order of the services. */
    List<Map<String, Object>> sentences(ImpactFilter filter) {
        List<SentenceLine> accepted = report.sentences().stream()
                .filter(line -> filter.accepts(line, intended.contains(digest(line))))
                .toList();
        return SentenceCard.of(accepted).stream().map(this::sentence).toList();
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
        return reports.byLanguage().values().stream()
                .flatMap(one -> one.sentences().stream())
                .filter(one -> digest(one).equals(digest))
                .map(SentenceLine::text)
                .toList();
    }

    /** The name of a definition in all languages. */
    private List<String> names(int index) {
        return reports.byLanguage().values().stream()
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
        return marked(words.definition(line), List.of(digest), about);
    }

    /** A card, whose one tick is that of all its sentences. */
    private Map<String, Object> sentence(SentenceCard card) {
        List<Map<String, Object>> about = card.lines().stream()
                .flatMap(line -> comments.onSentence(words(line)).stream())
                .distinct()
                .toList();
        return marked(
                words.card(card),
                card.lines().stream().map(ImpactSentences::digest).toList(),
                about);
    }

    private Map<String, Object> marked(
            Map<String, Object> values, List<String> digests, List<Map<String, Object>> about) {
        values.put("comments", about);
        values.put("digest", digests.get(0));
        values.put("digests", String.join(" ", digests));
        values.put("intended", intended.containsAll(digests));
        return values;
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
