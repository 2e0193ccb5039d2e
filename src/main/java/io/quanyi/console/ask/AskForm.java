package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.needs.ListedCode;
import io.quanyi.decision.needs.RequestMembers;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of the screen. It asks for the service, the plan and the instant, then for the facts that the answer waits for; the other facts that
 * could matter stand below, closed.
 */
final class AskForm {

    /** The facts that the address and the head of the form state, and the facts that no single input can hold. */
    private static final Set<String> APART = Set.of(
            "/programme",
            "/question/service",
            "/question/at",
            "/subscription/plan",
            "/subscription/customerId",
            "/subscription/contract/terms",
            "/question/pauses");

    /** The members that a form leaves out of what was pasted into it. */
    private static final Set<String> LEFT_OUT = Set.of(AskParameters.CUSTOMER, AskParameters.SERVICE);

    private final ProgrammeRelease release;
    private final AskParameters parameters;
    private final Language language;
    private final ConsoleTexts texts;

    AskForm(ProgrammeRelease release, AskParameters parameters, Language language) {
        this.release = release;
        this.parameters = parameters;
        this.language = language;
        this.texts = new ConsoleTexts(language);
    }

    /** The form for a question about one service. */
    Map<String, Object> ofQuestion(Collection<String> missing) {
        String service = parameters.value(AskParameters.SERVICE);
        return filled(
                release.catalogue().services().containsKey(service)
                        ? facts(service).toList()
                        : List.of(),
                missing);
    }

    /** The form for the known facts of a customer, which asks for the facts that an answer about any service may depend on. */
    Map<String, Object> ofCustomer(Collection<String> missing) {
        Map<String, ServiceFact> byPointer = new LinkedHashMap<>();
        release.catalogue().services().keySet().stream()
                .flatMap(this::facts)
                .filter(fact -> fact.pointer().startsWith("/subscription/"))
                .forEach(fact -> byPointer.putIfAbsent(fact.pointer(), fact));
        return filled(byPointer.values(), missing);
    }

    private Stream<ServiceFact> facts(String service) {
        return new ServiceFactWriter(release, service, language)
                .facts().facts().stream().filter(fact -> !APART.contains(fact.pointer()) && !isWithinList(fact));
    }

    /** The form with the facts that were given, and those that the answer waits for, first. */
    private Map<String, Object> filled(Collection<ServiceFact> facts, Collection<String> missing) {
        Map<String, Object> content = new HashMap<>(head());
        content.put(
                "given",
                facts.stream()
                        .filter(fact -> isFirst(fact, missing))
                        .map(fact -> field(fact, missing))
                        .toList());
        content.put(
                "more",
                facts.stream()
                        .filter(fact -> !isFirst(fact, missing))
                        .map(fact -> field(fact, missing))
                        .toList());
        content.put(
                "kept",
                kept(facts.stream().map(fact -> AskField.name(fact.pointer())).collect(Collectors.toSet())));
        return content;
    }

    /** Members of the entries of a list have no field of their own: the field of the list has them. */
    private static boolean isWithinList(ServiceFact fact) {
        return fact.pointer().startsWith("/subscription/usage/")
                || fact.pointer().startsWith("/subscription/contract/terms/")
                || fact.pointer().startsWith("/question/pauses/");
    }

    private boolean isFirst(ServiceFact fact, Collection<String> missing) {
        return missing.contains(fact.pointer()) || parameters.names(AskField.name(fact.pointer()));
    }

    private Map<String, Object> field(ServiceFact fact, Collection<String> missing) {
        return new AskField(fact, parameters, missing.contains(fact.pointer()), usedServices()).content(texts);
    }

    /** The services of which the customer may have used something; none if the form is about one service, and so are all uses. */
    private List<ListedCode> usedServices() {
        boolean ofOne = !parameters.value(AskParameters.SERVICE).isEmpty()
                && parameters.facts().stream().noneMatch(name -> name.matches("subscription\\.usage\\.\\d+\\.service"));
        return ofOne
                ? List.of()
                : codes(Domain.SERVICE, release.catalogue().services().keySet());
    }

    /** The members of the address that have no field in the form. They stay part of the question, unless the person takes them out. */
    private List<Map<String, Object>> kept(Set<String> shown) {
        return parameters.facts().stream()
                .filter(name -> shown.stream().noneMatch(one -> name.equals(one) || name.startsWith(one + ".")))
                .flatMap(name -> parameters.all(name).stream()
                        .map(value -> Map.<String, Object>of(
                                "name", name, "words", words(name), "value", value, "meant", meant(name, value))))
                .toList();
    }

    /** The name of the id that a member holds, or a truth in words; empty for other values, and for ids without a name. */
    private String meant(String name, String value) {
        Domain domain = RequestMembers.domain(release.catalogue(), pointer(name));
        if (domain == null) {
            return value.equals("true") ? texts.of("yes") : value.equals("false") ? texts.of("no") : "";
        }
        String words = new AnswerWords(release, language).name(domain, value);
        return words.equals(value) ? "" : words;
    }

    /** The name of a member in words; empty if it has none. */
    private String words(String name) {
        String pointer = pointer(name);
        String words = MemberName.in(language, release.catalogue(), pointer);
        return words.equals(pointer) ? "" : words;
    }

    private static String pointer(String name) {
        return "/" + name.replace('.', '/');
    }

    private Map<String, Object> head() {
        List<String> plans =
                release.catalogue().plans().stream().map(plan -> plan.id()).toList();
        return Map.of(
                "services",
                AskField.options(
                        codes(Domain.SERVICE, release.catalogue().services().keySet()),
                        parameters.all(AskParameters.SERVICE)),
                "plans",
                AskField.options(codes(Domain.PLAN, plans), parameters.all(AskParameters.PLAN)),
                "at",
                parameters.value(AskParameters.AT),
                "leftOut",
                parameters.all(AskParameters.LEFT_OUT).stream()
                        .filter(LEFT_OUT::contains)
                        .map(member -> texts.of("paste-left-out-" + member))
                        .toList());
    }

    private List<ListedCode> codes(Domain domain, Collection<String> ids) {
        AnswerWords words = new AnswerWords(release, language);
        return ids.stream()
                .map(id -> new ListedCode(id, words.name(domain, id), List.of()))
                .toList();
    }
}
