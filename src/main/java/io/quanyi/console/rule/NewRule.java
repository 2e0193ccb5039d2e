package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.WrittenConstraint;
import io.quanyi.policy.edit.WrittenPattern;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenValue;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule that is still to be written, from a clause. */
final class NewRule {

    private static final String DRL = ".drl";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    private final DraftRules rules;
    private final Catalogue catalogue;

    NewRule(DraftRules rules) {
        this.rules = rules;
        this.catalogue = rules.catalogue();
    }

    /**
     * The statements of an author about a new rule. Each member is empty while it is not stated.
     *
     * @param plan the plan that the rule asks for, if any
     * @param file the file for the rule; empty for that of the service
     * @param newFile the name of a new file without its ending, in place of {@code file}
     */
    record Wish(
            String clause,
            String service,
            String plan,
            String outcome,
            String title,
            String translation,
            String file,
            String newFile) {

        private static final Wish NOTHING = new Wish("", "", "", "", "", "", "", "");

        static Wish of(FormFields form) {
            return new Wish(
                    form.first("clause"),
                    form.first("service"),
                    form.first("plan"),
                    form.first("outcome"),
                    form.first("title").strip(),
                    form.first("translation").strip(),
                    form.first("file"),
                    form.first("new-file").strip());
        }

        /** The name of the file that gets the rule. */
        String target() {
            String name = file.isEmpty() ? service + DRL : file;
            return newFile.isEmpty() ? name : newFile + DRL;
        }
    }

    /** The suggestions of a clause: the service that it names, a grant to the highest plan, and its words as titles. */
    Wish suggested(@Nullable Clause clause) {
        if (clause == null) {
            return Wish.NOTHING;
        }
        boolean english = rules.screen().programme().source().documentLanguage() == Language.ENGLISH;
        String words = plain(clause.quote());
        return new Wish(
                clause.reference(),
                service(clause),
                catalogue.highestPlan().id(),
                "Granted",
                words,
                english ? "" : plain(Objects.requireNonNullElse(clause.gloss(), "")),
                "",
                "");
    }

    private static String plain(String words) {
        String line = words.replace('"', '\'').replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), 300));
    }

    /** The only service whose name a clause has in its words or its reference; otherwise empty. */
    private String service(Clause clause) {
        String words = clause.reference() + " " + clause.quote();
        List<String> named = catalogue.services().values().stream()
                .filter(service ->
                        Stream.of(Language.values()).map(service.names()::in).anyMatch(words::contains))
                .map(Catalogue.Service::id)
                .toList();
        return named.size() == 1 ? named.get(0) : "";
    }

    /** The statements that are missing, in words. */
    List<String> refusals(Wish wish) {
        ConsoleTexts texts = new ConsoleTexts(rules.screen().language());
        List<String> refusals = new ArrayList<>();
        if (rules.clauses().clause(wish.clause()) == null) {
            refusals.add(texts.of("rule-needs-clause"));
        }
        if (!catalogue.services().containsKey(wish.service())) {
            refusals.add(texts.of("rule-needs-service"));
        }
        if (!wish.plan().isEmpty() && catalogue.plan(wish.plan()) == null) {
            throw FormFields.otherChoice("plan", wish.plan());
        }
        if (!RuleChoices.outcomes().contains(wish.outcome()) || wish.outcome().equals("Plan")) {
            refusals.add(texts.of("rule-needs-outcome"));
        }
        if (wish.title().isEmpty()) {
            refusals.add(texts.of("rule-needs-title"));
        }
        if (!RuleFormReader.isFit(wish.title()) || !RuleFormReader.isFit(wish.translation())) {
            refusals.add(texts.of("rule-text-unfit", RuleFormReader.MAX_TEXT_LENGTH));
        }
        refusals.addAll(fileRefusals(wish, texts));
        return refusals;
    }

    private List<String> fileRefusals(Wish wish, ConsoleTexts texts) {
        if (!wish.newFile().isEmpty()) {
            boolean named = NAME.matcher(wish.newFile()).matches();
            return named && !rules.has(wish.target())
                    ? List.of()
                    : List.of(texts.of(named ? "rule-file-exists" : "rule-file-name", wish.newFile()));
        }
        return wish.file().isEmpty() || rules.has(wish.file())
                ? List.of()
                : List.of(texts.of("rule-file-gone", wish.file()));
    }

    /** The rule with an id. */
    WrittenRule of(Wish wish, String id) {
        List<WrittenPattern> patterns = new ArrayList<>(List.of(asks("Question", "service", wish.service())));
        if (catalogue.plan(wish.plan()) != null) {
            patterns.add(asks("Plan", "id", wish.plan()));
        }
        Language written = rules.screen().programme().source().documentLanguage();
        return WrittenRule.of(id, wish.title(), patterns, List.of(new NewParts(catalogue).insertion(wish.outcome())))
                .translated(RuleForm.other(written), wish.translation())
                .citing(List.of(wish.clause()));
    }

    private static WrittenPattern asks(String fact, String field, String id) {
        return WrittenPattern.of("", fact, List.of(WrittenConstraint.of(field, "==", List.of(WrittenValue.text(id)))));
    }

    Map<String, String> clauseNames() {
        Map<String, String> named = new LinkedHashMap<>();
        rules.clauses().all().forEach(clause -> named.put(clause.reference(), RuleForm.shown(clause)));
        return named;
    }

    Map<String, String> services(RuleNames names) {
        return named(names, Domain.SERVICE, catalogue.services().keySet());
    }

    Map<String, String> plans(RuleNames names) {
        return named(
                names,
                Domain.PLAN,
                catalogue.plans().stream().map(Catalogue.Plan::id).toList());
    }

    /** The files of rules, beside that of the service. */
    Map<String, String> files() {
        Map<String, String> named = new LinkedHashMap<>();
        rules.files().keySet().forEach(name -> named.put(name, name));
        return named;
    }

    private static Map<String, String> named(RuleNames names, Domain domain, Iterable<String> ids) {
        Map<String, String> named = new LinkedHashMap<>();
        ids.forEach(id -> named.put(id, names.value(domain, id)));
        return named;
    }
}
