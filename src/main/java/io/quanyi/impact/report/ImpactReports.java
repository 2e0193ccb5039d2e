package io.quanyi.impact.report;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.Words;
import io.quanyi.facts.Domain;
import io.quanyi.impact.Census;
import io.quanyi.impact.Impact;
import io.quanyi.impact.Sentence;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.Statement;
import io.quanyi.impact.Together;
import io.quanyi.impact.report.ImpactReport.ClauseLine;
import io.quanyi.impact.report.ImpactReport.ComparedRelease;
import io.quanyi.impact.report.ImpactReport.ConditionLine;
import io.quanyi.impact.report.ImpactReport.Customers;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.NotComparedLine;
import io.quanyi.impact.report.ImpactReport.RuleBehind;
import io.quanyi.impact.report.ImpactReport.SentenceLine;
import io.quanyi.impact.report.ImpactReport.ServiceLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an impact into words. */
public final class ImpactReports {

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final SentenceWords words;

    private ImpactReports(ProgrammeRelease before, ProgrammeRelease after, Language language) {
        this.before = before;
        this.after = after;
        this.words = new SentenceWords(new Words(before, language), new Words(after, language));
    }

    /**
     * The words of an impact.
     *
     * @param before the release that it is measured from
     * @param after the release that it is measured to
     * @param draft whether that one is not published
     * @param census whom it touches; null where nobody is counted
     */
    public static ImpactReport of(
            Impact impact,
            ProgrammeRelease before,
            ProgrammeRelease after,
            boolean draft,
            @Nullable Census census,
            Language language) {
        ImpactReports reports = new ImpactReports(before, after, language);
        return new ImpactReport(
                impact.after().programme(),
                versions(impact.before(), false),
                versions(impact.after(), draft),
                impact.untouched(),
                impact.combinations(),
                impact.decided(),
                impact.changed(),
                census == null ? null : new Customers(census.all(), census.touched(), census.unplaced()),
                impact.definitions().differences().stream()
                        .map(difference ->
                                new DefinitionLine(difference.what(), difference.before(), difference.after()))
                        .toList(),
                impact.services().stream()
                        .filter(service -> service.changed() > 0)
                        .map(reports::service)
                        .toList(),
                impact.together().stream()
                        .map(told -> reports.sentence(told, census))
                        .toList(),
                impact.notCompared().stream()
                        .map(one -> new NotComparedLine(
                                one.service(), one.why().code(), one.why().describe(language)))
                        .toList());
    }

    private static ComparedRelease versions(ReleaseId id, boolean draft) {
        return new ComparedRelease(draft ? null : id.number(), id.policy(), id.catalogue(), id.calendars());
    }

    private ServiceLine service(ServiceImpact service) {
        return new ServiceLine(
                service.service(),
                words.name(Domain.SERVICE, service.service()),
                service.combinations(),
                service.decided(),
                service.changed());
    }

    private SentenceLine sentence(Together told, @Nullable Census census) {
        List<Sentence> alike = told.sentences();
        Sentence first = told.first();
        List<String> services = alike.stream().map(Sentence::service).toList();
        List<String> names = services.stream()
                .map(service -> words.name(Domain.SERVICE, service))
                .toList();
        List<ConditionLine> conditions =
                first.conditions().stream().map(words::condition).toList();
        List<StatementLine> gone = statements(first.change().before());
        List<StatementLine> come = statements(first.change().after());
        return new SentenceLine(
                services,
                names,
                text(names, conditions, gone, come),
                conditions,
                gone,
                come,
                told.combinations(),
                census == null ? null : census.of(told),
                first.example(),
                rules(before, alike, Sentence::rulesBefore),
                rules(after, alike, Sentence::rulesAfter));
    }

    private List<StatementLine> statements(List<Statement> statements) {
        return statements.stream().map(words::statement).toList();
    }

    private String text(
            List<String> names, List<ConditionLine> conditions, List<StatementLine> gone, List<StatementLine> come) {
        Punctuation punctuation = words.punctuation();
        String whom = Stream.concat(
                        Stream.of(punctuation.list(names)), conditions.stream().map(ConditionLine::text))
                .collect(Collectors.joining(punctuation.semicolon()));
        return whom + punctuation.colon() + said(gone) + " → " + said(come);
    }

    private String said(List<StatementLine> statements) {
        return statements.isEmpty()
                ? words.text("list.nothing")
                : words.punctuation()
                        .sequence(statements.stream().map(StatementLine::text).toList());
    }

    private List<RuleBehind> rules(
            ProgrammeRelease release, Collection<Sentence> alike, Function<Sentence, List<String>> rules) {
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
