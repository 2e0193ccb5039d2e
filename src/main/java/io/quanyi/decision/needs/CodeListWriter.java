package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.AnswerCodes;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.needs.CodeLists.CodeList;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes the lists of codes of a release in one language. */
public final class CodeListWriter {

    /** The kinds of ids of which neither requests nor answers hold any: only rules do, and answers have them among others. */
    private static final Set<Domain> OF_RULES = EnumSet.of(
            Domain.SERVICE_GROUP,
            Domain.FAMILY,
            Domain.PERIOD_STATE,
            Domain.DENIAL,
            Domain.REFERRAL,
            Domain.SALE,
            Domain.CONDITION,
            Domain.QUOTA_UNIT,
            Domain.QUOTA_PER);

    /** The kinds whose ids a standard has, several hundred of them. */
    static final Set<Domain> STANDARDISED = EnumSet.of(Domain.REGION, Domain.CURRENCY);

    private final ProgrammeRelease release;
    private final Language language;
    private final AnswerWords words;

    /** Takes the release whose catalogue has the names. */
    public CodeListWriter(ProgrammeRelease release, Language language) {
        this.release = release;
        this.language = language;
        this.words = new AnswerWords(release, language);
    }

    /** All lists: those of the catalogue and of requests first, then those that only answers use. */
    public CodeLists lists() {
        Stream<CodeList> ofDomains = Arrays.stream(Domain.values())
                .filter(domain -> !OF_RULES.contains(domain))
                .map(this::list);
        return new CodeLists(release.id(), Stream.concat(ofDomains, ofAnswers()).toList());
    }

    /** The id of the list with the ids of a kind. */
    static String id(Domain domain) {
        return domain.code();
    }

    /** Codes of one kind with their names. */
    List<ListedCode> codes(Domain domain, Collection<String> ids) {
        return ids.stream().map(id -> code(domain, id)).toList();
    }

    private CodeList list(Domain domain) {
        return new CodeList(
                id(domain),
                Texts.of(language, domain.textCode()),
                RequestMembers.holding(domain),
                codes(domain, Objects.requireNonNull(release.catalogue().ids(domain), domain.name())));
    }

    private ListedCode code(Domain domain, String id) {
        return switch (domain) {
            case PRODUCT -> {
                Catalogue.Product product =
                        Objects.requireNonNull(release.catalogue().product(id), id);
                yield new ListedCode(id, product.names().in(language), product.aliases());
            }
            case CURRENCY -> plain(id, Currency.getInstance(id).getDisplayName(language.locale()));
            default -> plain(id, words.name(domain, id));
        };
    }

    private static ListedCode plain(String id, String name) {
        return new ListedCode(id, name, List.of());
    }

    private Stream<CodeList> ofAnswers() {
        List<String> results = Arrays.stream(Result.values()).map(Result::name).toList();
        return Stream.of(
                list("outcome", results, code -> "outcome." + code),
                withDeclared(
                        list("reason", AnswerCodes.REASONS, code -> "ground." + code),
                        Domain.DENIAL,
                        Domain.REFERRAL,
                        Domain.SALE),
                withDeclared(list("condition"), Domain.CONDITION),
                list("warning"),
                list("suggestion"),
                list("authority", AnswerCodes.AUTHORITIES, code -> "code.authority." + code),
                list("target-unit", AnswerCodes.TARGET_UNITS, code -> "code.target-unit." + code),
                list("quota-unit", AnswerCodes.QUOTA_UNITS, code -> "code.quota-unit." + code),
                list("quota-per", AnswerCodes.QUOTA_PERIODS, code -> "code.quota-per." + code),
                list("clock-state", AnswerCodes.CLOCK_STATES, code -> "code.clock-state." + code));
    }

    /** A list and the codes that the catalogue declares beside it. */
    private CodeList withDeclared(CodeList builtIn, Domain... domains) {
        Stream<ListedCode> declared = Arrays.stream(domains)
                .flatMap(domain -> release.catalogue().codes().getOrDefault(domain, Map.of()).keySet().stream()
                        .map(id -> code(domain, id)));
        return new CodeList(
                builtIn.id(),
                builtIn.name(),
                builtIn.members(),
                Stream.concat(builtIn.codes().stream(), declared).toList());
    }

    /** The codes that have texts of their own. */
    private CodeList list(String id) {
        String prefix = id + ".";
        List<String> codes = Texts.codes(language).stream()
                .filter(code -> code.startsWith(prefix))
                .map(code -> code.substring(prefix.length()))
                .sorted()
                .toList();
        return list(id, codes, code -> prefix + code);
    }

    private CodeList list(String id, Collection<String> codes, UnaryOperator<String> text) {
        List<ListedCode> named = codes.stream()
                .map(code -> plain(code, Texts.of(language, text.apply(code), List.of("…"))))
                .toList();
        return new CodeList(id, Texts.of(language, "code." + id), List.of(), named);
    }
}
