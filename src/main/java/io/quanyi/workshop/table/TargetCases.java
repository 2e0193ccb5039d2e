package io.quanyi.workshop.table;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.servicetime.Target;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.CaseEntry;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import io.quanyi.workshop.scaffold.CaseEntry.RuleLists;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.table.TableRules.Compared;
import io.quanyi.workshop.table.TableRules.State;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the test cases of a table of target times: one for each row, with a question that meets the conditions of the row. The case requires that the
 * rules of neighbouring rows, which differ in one condition, do not fire. It states the due time of targets in elapsed time. Due times in
 * working time depend on service hours, so the author works them out by hand.
 */
final class TargetCases {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^ {2}# row (?<key>.*)\\n(?<entry> {2}- .*\\n(?: {4}.*\\n| *\\n)*+)");

    /** The lines of an entry that follow from the table. */
    private static final Pattern STATED =
            Pattern.compile("(?m)^(?<member> {2}- name| {4}(?:en|zh|note)| {6}(?:response|resolution)): .*\\n");

    /** The key of the case about another service, for a rule that no other row of the table leaves silent. */
    private static final String APART = "of another service";

    private final ProgrammeRelease release;
    private final String service;
    private final CatalogueWords words;
    private final List<Compared<TargetRule>> rules;
    private final Set<String> ofTable;
    private final Map<String, Set<String>> fires = new LinkedHashMap<>();
    private final Map<String, Set<String>> silent = new LinkedHashMap<>();

    TargetCases(ProgrammeRelease release, String service, List<Compared<TargetRule>> compared) {
        this.release = release;
        this.service = service;
        this.words = new CatalogueWords(release, service);
        this.ofTable = compared.stream().map(Compared::id).collect(Collectors.toSet());
        this.rules = compared.stream().filter(one -> one.rule() != null).toList();
        rules.forEach(this::relate);
        rules.forEach(this::requireSilence);
    }

    private void relate(Compared<TargetRule> asked) {
        Set<String> firing = new LinkedHashSet<>();
        Set<String> silence = new LinkedHashSet<>();
        for (Compared<TargetRule> other : rules) {
            if (fires(row(other), row(asked))) {
                firing.add(other.id());
            } else if (row(other).isNextTo(row(asked))) {
                silence.add(other.id());
            }
        }
        fires.put(asked.key(), firing);
        silent.put(asked.key(), silence);
    }

    /** Adds a rule with a condition that is silent in no case to the first case in which it does not fire, or to one about another service. */
    private void requireSilence(Compared<TargetRule> rule) {
        boolean always = TableColumn.conditions().stream()
                .allMatch(column -> row(rule).ids(column).isEmpty());
        if (!always && silent.values().stream().noneMatch(ids -> ids.contains(rule.id()))) {
            String key = rules.stream()
                    .map(Compared::key)
                    .filter(other -> !Objects.requireNonNull(fires.get(other)).contains(rule.id()))
                    .findFirst()
                    .orElse(APART);
            silent.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(rule.id());
        }
    }

    private static TargetRow row(Compared<TargetRule> compared) {
        return Objects.requireNonNull(compared.rule()).row();
    }

    /** Whether the rule of a row fires for the question of another. */
    private boolean fires(TargetRow rule, TargetRow asked) {
        return TableColumn.conditions().stream()
                .filter(column -> !rule.ids(column).isEmpty())
                .allMatch(column -> column == TableColumn.PLAN
                        ? !Collections.disjoint(rule.ids(column), words.contained(plan(asked)))
                        : asked.ids(column).stream().limit(1).anyMatch(rule.ids(column)::contains));
    }

    /** The plan of a question: that of the row, or the highest. */
    private String plan(TargetRow row) {
        List<String> named = row.ids(TableColumn.PLAN);
        return named.isEmpty() ? release.catalogue().highestPlan().id() : named.get(0);
    }

    /**
     * The text of the file. A case stays as the author filled it in, but for its lists of rules, unless its row has changed.
     *
     * @param before the text so far; empty if the file does not exist yet
     */
    String text(String before) {
        Map<String, Compared<TargetRule>> byKey = rules.stream().collect(Collectors.toMap(Compared::key, rule -> rule));
        Set<String> written = new LinkedHashSet<>();
        String kept = BLOCK.matcher(before).replaceAll(block -> {
            written.add(block.group(1));
            return Matcher.quoteReplacement(now(block, byKey));
        });
        Stream<String> more = rules.stream()
                .filter(rule -> !written.contains(rule.key()))
                .map(rule -> block(rule.key(), entry(rule)));
        Stream<String> apart = silent.containsKey(APART) && !written.contains(APART)
                ? Stream.of(block(APART, apart(rules.get(0))))
                : Stream.empty();
        return (before.isEmpty() ? "cases:" : kept.stripTrailing())
                + Stream.concat(more, apart)
                        .map(block -> "\n\n" + block.stripTrailing())
                        .collect(Collectors.joining())
                + "\n";
    }

    private String now(MatchResult block, Map<String, Compared<TargetRule>> byKey) {
        Compared<TargetRule> rule = byKey.get(block.group(1));
        if (rule == null && !silent.containsKey(block.group(1))) {
            return "";
        }
        String entry = rule != null && rule.state() == State.CHANGED
                ? withPromises(block.group(2), entry(rule))
                : block.group(2);
        return block(block.group(1), lists(block.group(1)).in(entry, ofTable));
    }

    /**
     * The entry with the names and target times of another. The author works out its instants again; the customer and the question stay. An
     * entry that has been laid out in another way is written anew.
     */
    private static String withPromises(String entry, String now) {
        String changed = entry;
        for (Matcher line = STATED.matcher(now); line.find(); ) {
            Pattern same = Pattern.compile("(?m)^" + Pattern.quote(line.group("member")) + ": .*\\n");
            Matcher old = same.matcher(changed);
            if (!old.find()) {
                return now;
            }
            changed = old.replaceFirst(Matcher.quoteReplacement(line.group()));
        }
        long before = STATED.matcher(entry).results().count();
        return before == STATED.matcher(now).results().count() ? changed : now;
    }

    private RuleLists lists(String key) {
        return new RuleLists(fires.getOrDefault(key, Set.of()), silent.getOrDefault(key, Set.of()));
    }

    private static String block(String key, String entry) {
        return "  # row " + key + "\n" + entry;
    }

    private String entry(Compared<TargetRule> compared) {
        TargetRule rule = Objects.requireNonNull(compared.rule());
        return entry(
                rule,
                rule::title,
                ClockSum.note(rule).orElseGet(() -> draft(rule, "note")),
                service,
                promise("response", rule.row().response(), rule)
                        + promise("resolution", rule.row().resolution(), rule),
                lists(compared.key()));
    }

    /** A case about another service, in which no rule of the table fires. */
    private String apart(Compared<TargetRule> compared) {
        TargetRule rule = Objects.requireNonNull(compared.rule());
        return entry(
                rule,
                language -> Texts.of(language, "workshop.draft.silent", List.of(compared.id())),
                draft(rule, "note"),
                RuleTemplate.another(release.catalogue().services().keySet(), service),
                "{ outcome: \"" + draft(rule, "outcome") + "\" }",
                lists(APART));
    }

    private String entry(
            TargetRule rule,
            Function<Language, String> name,
            String note,
            String about,
            String expected,
            RuleLists lists) {
        return new CaseEntry(
                        CaseEntry.names(rule.language(), rule.others(), name),
                        note,
                        request(rule.row(), about),
                        RuleTemplate.instant(release.programme().zone()),
                        expected,
                        lists)
                .text()
                .indent(2);
    }

    private static String draft(TargetRule rule, String what) {
        return Texts.of(rule.language(), "workshop.draft." + what, List.of());
    }

    private Request request(TargetRow row, String about) {
        return new Request(
                Stream.concat(Stream.of("plan: " + plan(row)), members(row, true))
                        .toList(),
                about,
                members(row, false).toList(),
                List.of());
    }

    /** The members of a request that the conditions of a row state, apart from the plan. */
    static Stream<String> members(TargetRow row, boolean ofSubscription) {
        return TableColumn.conditions().stream()
                .filter(column -> column != TableColumn.PLAN)
                .filter(column -> column.isOfSubscription() == ofSubscription)
                .filter(column -> !row.ids(column).isEmpty())
                .map(column -> column.member() + ": " + row.ids(column).get(0));
    }

    private String promise(String member, @Nullable Target target, TargetRule rule) {
        if (target == null) {
            return "";
        }
        String window =
                TargetRow.isWorkingTime(target) ? ", window: " + rule.row().window() : "";
        String due = ClockSum.of(target, release.programme().zone())
                .map(ClockSum::instant)
                .orElseGet(() -> "\"" + draft(rule, "instant") + "\"");
        return "\n    %s: { target: { amount: %s, unit: %s }%s, dueAt: %s }"
                .formatted(member, target.amount().toPlainString(), target.unit(), window, due);
    }
}
