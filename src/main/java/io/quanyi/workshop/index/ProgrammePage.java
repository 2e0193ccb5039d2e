package io.quanyi.workshop.index;

import io.quanyi.catalogue.Clause;
import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.Position;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the page of a programme: each clause with its rules and their cases, and each rule with its clauses. Clauses are in code spans,
 * exactly as rules cite them, so that a search for a citation finds them.
 */
final class ProgrammePage {

    private static final String NEXT_LINE = "<br>";

    private final ProgrammeRelease release;
    private final Language own;
    private final List<Language> languages;
    private final List<Clause> clauses;
    private final Map<String, List<Case>> casesByRule = new HashMap<>();

    private ProgrammePage(ProgrammeRelease release, List<CaseFile> cases) {
        this.release = release;
        this.own = release.programme().source().documentLanguage();
        this.languages = Stream.concat(Stream.of(own), release.catalogue().languages().stream())
                .distinct()
                .toList();
        this.clauses = List.copyOf(release.clauses().all());
        cases.stream()
                .flatMap(file -> file.cases().stream())
                .forEach(asked -> asked.fires()
                        .forEach(rule -> casesByRule
                                .computeIfAbsent(rule, any -> new ArrayList<>())
                                .add(asked)));
    }

    /** The text of the page; its links are relative to the folder of the programme. */
    static String of(ProgrammeRelease release, List<CaseFile> cases) {
        return new ProgrammePage(release, cases).page();
    }

    private String page() {
        BilingualText names = release.programme().names();
        return languages.stream()
                        .map(language -> Markdown.text(names.in(language)) + "\n\n")
                        .collect(Collectors.joining("", "# ", ""))
                + facts()
                + heading("clauses")
                + clauses(true)
                + heading("silent")
                + clauses(false)
                + heading("rules")
                + rules();
    }

    private String facts() {
        String policy = release.id().policy();
        String catalogue = release.catalogue().version();
        return fact("document", Markdown.text(release.programme().source().title()))
                + fact("policy", Markdown.link(policy, "policy/" + policy + "/clauses.yaml"))
                + fact("catalogue", Markdown.link(catalogue, "catalogue/" + catalogue + ".yaml"))
                + fact("writing", Markdown.link(text(own, "writing.page"), "../" + GeneratedPages.readme(own)));
    }

    private String fact(String code, String value) {
        return "- " + each(code) + ": " + value + "\n";
    }

    private String heading(String code) {
        return "\n## " + each(code) + "\n\n" + lines("", language -> text(language, code + ".about")) + "\n";
    }

    private String clauses(boolean deciding) {
        return IntStream.range(0, clauses.size())
                .filter(number -> clauses.get(number).decides() == deciding)
                .mapToObj(number -> deciding ? deciding(number) : silent(clauses.get(number)))
                .collect(Collectors.joining("", deciding ? "" : "\n", ""));
    }

    private String deciding(int number) {
        Clause clause = clauses.get(number);
        String rules = release.policy().rules().stream()
                .filter(rule -> rule.clauses().contains(clause.reference()))
                .map(rule -> rule(rule) + cases(rule))
                .collect(Collectors.joining());
        return "\n### <a id=\"" + anchor(number) + "\"></a>" + Markdown.code(clause.reference()) + "\n\n" + "> "
                + Markdown.text(clause.quote()) + gloss(clause) + "\n\n" + rules;
    }

    /** The gloss, which is English; an English document needs none. */
    private String gloss(Clause clause) {
        String gloss = own == Language.ENGLISH ? null : clause.gloss();
        return gloss == null ? "" : NEXT_LINE + "\n> " + Markdown.text(gloss);
    }

    private String silent(Clause clause) {
        String why = NEXT_LINE
                + "\n  "
                + lines(
                        "  ",
                        language -> Markdown.text(
                                Objects.requireNonNull(new AnswerWords(release, language).reason(clause))));
        return "- " + Markdown.code(clause.reference()) + " " + Markdown.text(clause.quote()) + why + "\n";
    }

    /** The rule with its titles, and a link to the line where it begins. */
    private String rule(RuleInfo rule) {
        return "- "
                + Markdown.link(
                        rule.id(), path(rule.position()), rule.position().line()) + " " + titles(rule.title(), "  ")
                + "\n";
    }

    private String cases(RuleInfo rule) {
        List<Case> cases = casesByRule.getOrDefault(rule.id(), List.of());
        return cases.isEmpty()
                ? "  - " + each("no-case") + "\n"
                : cases.stream().map(this::listed).collect(Collectors.joining());
    }

    private String listed(Case asked) {
        String name = Markdown.text(asked.name().written());
        String link =
                Markdown.link(name, path(asked.position()), asked.position().line());
        String titles = titles(asked.name(), "    ");
        return "  - " + link + titles.substring(name.length()) + "\n";
    }

    private String titles(TranslatedText title, String margin) {
        return Stream.concat(Stream.of(title.written()), languages.stream().map(title::in))
                .distinct()
                .map(Markdown::text)
                .collect(Collectors.joining(NEXT_LINE + "\n" + margin));
    }

    /** A text in each language of the programme, one a line. */
    private String lines(String margin, Function<Language, String> text) {
        return languages.stream().map(text).collect(Collectors.joining(NEXT_LINE + "\n" + margin));
    }

    private String rules() {
        Map<String, List<RuleInfo>> byFile = new LinkedHashMap<>();
        release.policy()
                .rules()
                .forEach(rule -> byFile.computeIfAbsent(path(rule.position()), any -> new ArrayList<>())
                        .add(rule));
        return byFile.entrySet().stream()
                .map(file -> "\n### " + Markdown.link(name(file.getKey()), file.getKey()) + "\n\n"
                        + file.getValue().stream().map(this::cited).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private String cited(RuleInfo rule) {
        String places = rule.clauses().stream().map(this::place).collect(Collectors.joining(", "));
        String readings = String.join(", ", rule.readings());
        return rule(rule) + "  - " + each("clause") + ": " + places + "\n"
                + (readings.isEmpty() ? "" : "  - " + each("reading") + ": " + readings + "\n");
    }

    /** The clause, with a link to where this page lists it. */
    private String place(String reference) {
        String shown = Markdown.code(reference);
        return IntStream.range(0, clauses.size())
                .filter(number -> clauses.get(number).reference().equals(reference))
                .mapToObj(number -> Markdown.link(shown, "#" + anchor(number)))
                .findFirst()
                .orElse(shown);
    }

    private static String anchor(int number) {
        return "clause-" + (number + 1);
    }

    /** The path of a file from the folder of the programme; a shared file is in the folder of another. */
    private String path(Position position) {
        String folder = release.programme().id() + "/";
        return position.file().startsWith(folder)
                ? position.file().substring(folder.length())
                : "../" + position.file();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A heading in each language of the programme. */
    private String each(String code) {
        return languages.stream().map(language -> text(language, code)).collect(Collectors.joining(" "));
    }

    private static String text(Language language, String code) {
        return Texts.of(language, "reference.page." + code);
    }
}
