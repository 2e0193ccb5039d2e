package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.needs.ServiceFacts.FactAbsence;
import io.quanyi.decision.needs.ServiceFacts.FactUse;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Domain;
import io.quanyi.source.RecordForm.Content;
import io.quanyi.source.RecordForm.Member;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the facts that an answer about a service may depend on, in one language. */
public final class ServiceFactWriter {

    /** The text of the meaning of every measure, whose name says what it is. */
    private static final String MEASURE = "member.measure";

    private static final List<String> ORDER =
            RequestMembers.ALL.stream().map(RequestMembers::pointer).toList();

    /** The kinds of values. */
    public static final List<String> TYPES = RequestMembers.ALL.stream()
            .filter(member -> member.content() != Content.ANYTHING)
            .map(member -> type(member, member.content()))
            .distinct()
            .sorted()
            .toList();

    private final ProgrammeRelease release;
    private final Catalogue.Service service;
    private final Language language;
    private final CodeListWriter codes;

    /**
     * Takes a service.
     *
     * @throws NullPointerException if the release does not have it
     */
    public ServiceFactWriter(ProgrammeRelease release, String service, Language language) {
        this.release = release;
        this.service = Objects.requireNonNull(release.catalogue().services().get(service), service);
        this.language = language;
        this.codes = new CodeListWriter(release, language);
    }

    /** The facts. */
    public ServiceFacts facts() {
        Map<String, List<MemberUse>> uses =
                MemberUses.of(release, service.id()).stream().collect(Collectors.groupingBy(MemberUse::pointer));
        List<ServiceFact> facts = uses.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<MemberUse>>>comparingInt(entry -> rank(entry.getValue()))
                        .thenComparing(
                                entry -> ORDER.indexOf(RequestMembers.pointer(RequestMembers.at(entry.getKey())))))
                .map(entry -> fact(entry.getKey(), entry.getValue()))
                .toList();
        return new ServiceFacts(release.id(), service.id(), service.names().in(language), facts);
    }

    private static int rank(List<MemberUse> uses) {
        if (isRequired(uses)) {
            return 0;
        }
        return uses.stream().anyMatch(use -> use.effect() == null) ? 1 : 2;
    }

    private static boolean isRequired(List<MemberUse> uses) {
        return uses.stream().anyMatch(use -> use.absence() == Absence.REQUIRED);
    }

    private ServiceFact fact(String pointer, List<MemberUse> uses) {
        Domain domain = RequestMembers.domain(release.catalogue(), pointer);
        return new ServiceFact(
                pointer,
                MemberName.in(language, release.catalogue(), pointer),
                meaning(pointer, language),
                isRequired(uses),
                type(RequestMembers.at(pointer), RequestMembers.content(release.catalogue(), pointer)),
                domain == null ? null : CodeListWriter.id(domain),
                domain == null || CodeListWriter.STANDARDISED.contains(domain)
                        ? List.of()
                        : codes.codes(domain, RequestMembers.own(release.catalogue(), pointer, service.id())),
                uses.stream()
                        .sorted(Comparator.comparing(MemberUse::absence))
                        .map(this::absence)
                        .distinct()
                        .toList(),
                uses.stream().map(this::use).distinct().toList());
    }

    /** The meaning of a member: that of the field of a fact that it supplies, if the text says nothing else. */
    static String meaning(String pointer, Language language) {
        String member = RequestMembers.pointer(RequestMembers.at(pointer));
        String own = member.equals(pointer) ? "member." + member.substring(member.lastIndexOf('/') + 1) : MEASURE;
        if (Texts.has(language, own)) {
            return Texts.of(language, own);
        }
        RecordComponent field = Objects.requireNonNull(RequestMembers.supplied(pointer), pointer);
        String fact = field.getDeclaringRecord().getSimpleName();
        return Texts.of(language, "reference.fact." + fact + "." + field.getName());
    }

    private static String type(Member member, Content content) {
        return member.count() == Member.Count.LIST ? "list" : EnumCode.of(content);
    }

    private FactAbsence absence(MemberUse use) {
        String message = switch (use.absence()) {
            case PRESUMED -> Texts.of(language, "condition." + use.condition());
            case DEFAULT -> taken(use.pointer());
            default -> Texts.of(language, "absent." + use.absence().code());
        };
        return new FactAbsence(use.absence().code(), use.condition().isEmpty() ? null : use.condition(), message);
    }

    /** The words for the value that is taken where a member is absent. */
    private String taken(String pointer) {
        String severity = service.severity();
        List<String> arguments = severity == null
                ? List.of()
                : List.of(new AnswerWords(release, language).name(Domain.SEVERITY, severity));
        return Texts.of(language, "absent.default." + pointer.substring(pointer.lastIndexOf('/') + 1), arguments);
    }

    private FactUse use(MemberUse use) {
        RuleInfo rule = use.rule();
        String effect = use.effect();
        if (rule != null) {
            return new FactUse(rule.id(), rule.clauses(), null, rule.title().in(language));
        }
        String message = effect == null
                ? Texts.of(language, "use.always")
                : Texts.of(language, "use.contract", List.of(Texts.of(language, "id.effect." + effect)));
        return new FactUse(null, List.of(), effect, message);
    }
}
