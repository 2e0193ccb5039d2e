package io.quanyi.impact.report;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Domain;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.SharedSentence;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.report.ImpactReport.ComparedRelease;
import io.quanyi.impact.report.ImpactReport.Customers;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import io.quanyi.impact.report.ImpactReport.NotComparedLine;
import io.quanyi.impact.report.ImpactReport.RequestLine;
import io.quanyi.impact.report.ImpactReport.ServiceLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine.ClauseLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.impact.report.SentenceLine.RuleBehind;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.term.FurtherSentence;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report of an impact in one language. */
public final class ImpactReportWriter {

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final SentenceWords words;
    private final List<String> siblings;

    private ImpactReportWriter(
            ProgrammeRelease before, ProgrammeRelease after, List<String> siblings, Language language) {
        this.before = before;
        this.after = after;
        this.siblings = siblings;
        this.words = new SentenceWords(before, after, language);
    }

    /**
     * Writes a report.
     *
     * @param before the earlier release
     * @param after the later release
     * @param draft whether the later release is not published
     * @param census the counted customers; null if no customers are counted
     * @param requests the requests that were asked about; null if there are none
     */
    public static ImpactReport of(
            Impact impact,
            ProgrammeRelease before,
            ProgrammeRelease after,
            boolean draft,
            @Nullable CustomerCensus census,
            @Nullable List<RequestImpact> requests,
            Language language) {
        ImpactReportWriter writer = new ImpactReportWriter(before, after, impact.siblings(), language);
        return new ImpactReport(
                impact.after().programme(),
                versions(impact.before(), false),
                versions(impact.after(), draft),
                impact.untouched(),
                impact.combinations(),
                impact.decided(),
                impact.changed(),
                census == null ? null : customers(census),
                impact.definitions().differences().stream()
                        .map(new DefinitionWords(writer.words)::line)
                        .toList(),
                impact.services().stream()
                        .filter(ServiceImpact::isChanged)
                        .map(writer::service)
                        .toList(),
                impact.sharedSentences().stream()
                        .map(shared -> writer.sentence(shared, census))
                        .toList(),
                writer.words.text("impact.left-out"),
                writer.words.text("impact.own-terms"),
                impact.furtherSentences().stream()
                        .map(sentence -> writer.further(sentence, census))
                        .toList(),
                impact.notCompared().stream()
                        .map(one -> new NotComparedLine(
                                one.service(), one.why().code(), one.why().describe(language)))
                        .toList(),
                requests == null ? null : writer.requests(requests));
    }

    private static Customers customers(CustomerCensus census) {
        return new Customers(census.all(), census.touched(), census.unplaced());
    }

    private List<RequestLine> requests(List<RequestImpact> requests) {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> request(i + 1, requests.get(i)))
                .toList();
    }

    private RequestLine request(int number, RequestImpact one) {
        String service = one.request().question().service();
        AnswerChange change = one.change() == null ? AnswerChange.NONE : one.change();
        List<StatementLine> removed = elements(change.before());
        List<StatementLine> added = elements(change.after());
        List<Integer> sentences =
                one.sentences().stream().map(place -> place + 1).toList();
        return new RequestLine(
                number,
                service,
                one.change() != null,
                one.coverage().code(),
                removed,
                added,
                sentences,
                text(one, removed, added, sentences));
    }

    private String text(
            RequestImpact one, List<StatementLine> removed, List<StatementLine> added, List<Integer> sentences) {
        Punctuation punctuation = words.punctuation();
        String service = words.name(Domain.SERVICE, one.request().question().service());
        if (one.coverage() == Coverage.NOT_DECIDED) {
            return service + punctuation.colon() + words.text("request-impact.not-decided");
        }
        String changed = one.change() == null ? words.text("request-impact.unchanged") : changed(removed, added);
        String text = service + punctuation.colon() + changed;
        return one.coverage() == Coverage.UNCHANGED
                ? text
                : text
                        + punctuation.semicolon()
                        + words.text(
                                "request-impact." + one.coverage().code(),
                                punctuation.list(
                                        sentences.stream().map(String::valueOf).toList()));
    }

    private FurtherLine further(FurtherSentence sentence, @Nullable CustomerCensus census) {
        List<String> names = sentence.services().stream().map(this::name).toList();
        return new FurtherLine(
                sentence.terms().id(),
                sentence.services(),
                names,
                words.text("further." + sentence.terms().id(), words.readOut(names, "list.more")),
                census == null ? null : census.customers(sentence));
    }

    private static ComparedRelease versions(ReleaseId id, boolean draft) {
        return new ComparedRelease(draft ? null : id.number(), id.policy(), id.catalogue(), id.calendars());
    }

    private ServiceLine service(ServiceImpact service) {
        return new ServiceLine(
                service.service(),
                name(service.service()),
                service.combinations(),
                service.decided(),
                service.changed(),
                service.dimensions().stream().map(words::dimension).toList());
    }

    private SentenceLine sentence(SharedSentence shared, @Nullable CustomerCensus census) {
        List<ImpactSentence> alike = shared.sentences();
        ImpactSentence first = shared.first();
        List<String> services = alike.stream()
                .map(ImpactSentence::service)
                .flatMap(this::represented)
                .toList();
        List<String> names =
                alike.stream().map(sentence -> name(sentence.service())).toList();
        List<ConditionLine> conditions =
                first.conditions().stream().map(words::condition).toList();
        List<StatementLine> removed = elements(first.change().before());
        List<StatementLine> added = elements(first.change().after());
        return new SentenceLine(
                services,
                names,
                text(names, conditions, removed, added),
                conditions,
                removed,
                added,
                shared.combinations(),
                census == null ? null : census.customers(shared),
                first.example(),
                rules(before, alike, ImpactSentence::rulesBefore),
                rules(after, alike, ImpactSentence::rulesAfter));
    }

    /** The services that a service of a sentence represents: itself, or all of sibling programmes; none if the sentence is about any. */
    private Stream<String> represented(String service) {
        if (service.equals(ImpactSentence.ANY_SERVICE)) {
            return Stream.of();
        }
        return isSiblings(service) ? siblings.stream() : Stream.of(service);
    }

    private String name(String service) {
        if (service.equals(ImpactSentence.ANY_SERVICE)) {
            return words.text("service.any");
        }
        return isSiblings(service) ? words.text("service.of-siblings") : words.name(Domain.SERVICE, service);
    }

    private boolean isSiblings(String service) {
        return !siblings.isEmpty() && siblings.get(0).equals(service);
    }

    private List<StatementLine> elements(List<CoreElement> elements) {
        return elements.stream().map(words::element).toList();
    }

    private String text(
            List<String> names,
            List<ConditionLine> conditions,
            List<StatementLine> removed,
            List<StatementLine> added) {
        Punctuation punctuation = words.punctuation();
        String subject = Stream.concat(
                        Stream.of(punctuation.list(names)), conditions.stream().map(ConditionLine::text))
                .collect(Collectors.joining(punctuation.semicolon()));
        return subject + punctuation.colon() + changed(removed, added);
    }

    private String changed(List<StatementLine> removed, List<StatementLine> added) {
        return joined(removed) + " → " + joined(added);
    }

    private String joined(List<StatementLine> statements) {
        return statements.isEmpty()
                ? words.text("list.nothing")
                : words.punctuation()
                        .sequence(statements.stream().map(StatementLine::text).toList());
    }

    private List<RuleBehind> rules(
            ProgrammeRelease release, Collection<ImpactSentence> alike, Function<ImpactSentence, List<String>> rules) {
        TreeSet<String> ids = alike.stream()
                .flatMap(sentence -> rules.apply(sentence).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return release.policy().rules().stream()
                .filter(rule -> ids.contains(rule.id()))
                .map(rule -> rule(release, rule))
                .toList();
    }

    private RuleBehind rule(ProgrammeRelease release, RuleInfo rule) {
        return new RuleBehind(
                rule.id(),
                rule.title().in(words.language()),
                rule.clauses().stream()
                        .map(reference -> {
                            Clause clause = release.clauses().clause(reference);
                            return new ClauseLine(reference, clause == null ? "" : clause.quote());
                        })
                        .toList());
    }
}
