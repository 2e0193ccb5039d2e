package io.quanyi.coverage;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of coverage items and of their kinds in one language: titles of rules, and names of entries of the catalogue. */
public record ItemNames(ProgrammeRelease release, Language language) {

    /** The name of a kind of items, such as "clauses that decide". */
    public String of(ItemKind kind) {
        return Texts.of(language, "coverage.kind." + kind.code(), List.of());
    }

    /** The name of an item; null for a clause. */
    public @Nullable String of(ItemCoverage item) {
        return release.policy().rules().stream()
                .filter(rule -> rule.id().equals(item.id()))
                .findFirst()
                .map(RuleInfo::title)
                .map(title -> title.in(language))
                .orElseGet(() -> entry(item));
    }

    /** The name of an entry; of one that belongs to a service, both names. */
    private @Nullable String entry(ItemCoverage item) {
        String[] ids = item.id().split(" ", -1);
        List<String> names = new ArrayList<>();
        AnswerWords words = new AnswerWords(release, language);
        for (Domain domain : domains(item.kind())) {
            names.add(words.name(domain, ids[names.size()]));
        }
        return names.isEmpty() ? null : String.join(" · ", names);
    }

    private static List<Domain> domains(ItemKind kind) {
        return switch (kind) {
            case PLAN, PRODUCT, DEPLOYMENT, SERVICE, CHANNEL, TOPIC, SEVERITY, MEASURE, WINDOW ->
                List.of(Domain.valueOf(kind.name()));
            case ACTIVITY -> List.of(Domain.SERVICE, Domain.ACTIVITY);
            case OPENING -> List.of(Domain.SERVICE, Domain.PRODUCT);
            case RULE_FIRES, RULE_SILENT, CLAUSE, BELOW, AT, ABOVE -> List.of();
        };
    }
}
