package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.QuotaState;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The services of a customer for the screen: for each the answer in a sentence, the rest of its quota and suggestions, or the facts that
 * are missing.
 *
 * @param sheet the decisions
 * @param release the release that decided
 * @param parameters the parameters of the screen, of which the links to questions are made
 * @param language the language of the reader
 */
record CustomerSheet(Sheet sheet, ProgrammeRelease release, AskParameters parameters, Language language) {

    /** The values for the template {@code customer.html}. */
    List<Map<String, Object>> entries() {
        return sheet.entries().stream().map(this::entry).toList();
    }

    /** The members for which answers wait, as pointers. */
    List<String> missing() {
        return sheet.entries().stream()
                .map(Sheet.Entry::problem)
                .flatMap(Stream::ofNullable)
                .flatMap(problem -> problem.faults().stream())
                .map(Fault::pointer)
                .distinct()
                .toList();
    }

    private Map<String, Object> entry(Sheet.Entry entry) {
        CustomerDecision decided = entry.decision();
        RequestRefused problem = entry.problem();
        Decision decision = decided == null ? null : decided.decision();
        return Map.of(
                "name", words().name(Domain.SERVICE, entry.service()),
                "href", href(entry.service()),
                "kind", decision == null ? "open" : decision.outcome().name().toLowerCase(Locale.ROOT),
                "text", decision == null ? "" : new AnswerSentences(release, language).headline(decision),
                "quota", decision == null || decision.quota() == null ? "" : quota(decision.quota()),
                "suggestions",
                        decision == null
                                ? List.of()
                                : decision.suggestions().stream()
                                        .map(suggestion -> words().suggestion(suggestion, decision))
                                        .toList(),
                "faults",
                        problem == null
                                ? List.of()
                                : problem.faults().stream()
                                        .map(fault -> fault.message(language))
                                        .toList());
    }

    private String quota(QuotaState quota) {
        return new ConsoleTexts(language)
                .of(
                        "quota-left",
                        words().amount(quota.remaining(), quota.unit()),
                        words().amount(quota.limit(), quota.unit()));
    }

    private AnswerWords words() {
        return new AnswerWords(release, language);
    }

    /** The question about a service, with all that is known of the customer. */
    private String href(String service) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath("/console/{programme}/ask").queryParam(AskParameters.SERVICE, service);
        parameters.without(List.of()).values().forEach((name, values) -> link.queryParam(name, values.toArray()));
        return link.encode().buildAndExpand(release.programme().id()).toUriString();
    }
}
