package io.quanyi.workshop.table;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.scaffold.CaseEntry;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import io.quanyi.workshop.scaffold.CaseEntry.RuleLists;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.table.TableRules.Compared;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a row of a table of services: one for each plan, which expects what its cell says. So the cases follow from the table and not
 * from the rules. A comment before each names its plan, and has a checksum of the row of the table.
 *
 * @param release the release with all services of the table
 * @param row the row
 * @param rules the rules of the row, with those that have no cells any more
 * @param known the release with the rules, which tells the facts that the service asks for; null if it has faults
 */
record ServiceCases(
        ProgrammeRelease release,
        ServiceRow row,
        List<Compared<ServiceRule>> rules,
        @Nullable ProgrammeRelease known) {

    private static final Pattern BLOCK = Pattern.compile("(?m)^ {2}# plan (?<plan>.*); written (?<sum>[0-9a-f]{8})\\n"
            + "(?<entry> {2}- .*\\n(?: {4}.*\\n| *\\n)*+)");

    /** The lines of an entry that the author completes. */
    private static final Pattern ASKED = Pattern.compile("(?m)^ {4}(?:subscription|question): .*\\n");

    /** The lines of an entry that follow from the table. */
    private static final Pattern STATED = Pattern.compile("(?m)^(?: {2}- name| {4}(?:en|zh|note|expect)): .*\\n");

    /**
     * The text of the file. A case whose expected answer the author has changed stays, but for its lists of rules; in others the customer
     * and the question stay.
     *
     * @param before the text so far; empty if the file does not exist yet
     */
    String text(String before, CatalogueWords words) {
        Set<String> written = new HashSet<>();
        String kept = BLOCK.matcher(before).replaceAll(block -> {
            String plan = block.group(1);
            written.add(plan);
            return Matcher.quoteReplacement(row.cells().containsKey(plan) ? now(block, plan, words) : "");
        });
        String empty = row.cells().isEmpty() ? "cases: []" : "cases:";
        return (kept.isBlank() || kept.strip().equals("cases:") ? empty : kept.stripTrailing())
                + row.cells().keySet().stream()
                        .filter(plan -> !written.contains(plan))
                        .map(plan -> "\n\n" + block(plan, entry(plan), words).stripTrailing())
                        .collect(Collectors.joining())
                + "\n";
    }

    /** Whether a file has cases that were made from a table. */
    static boolean areIn(String file) {
        return BLOCK.matcher(file).find();
    }

    private String now(MatchResult block, String plan, CatalogueWords words) {
        String old = block.group(3);
        String now = entry(plan);
        List<String> asked =
                ASKED.matcher(old).results().map(MatchResult::group).toList();
        if (!sum(old).equals(block.group(2)) || asked.size() != 2) {
            return head(plan, block.group(2)) + listed(old, plan, words);
        }
        Iterator<String> completed = asked.iterator();
        String kept = ASKED.matcher(now).replaceAll(line -> Matcher.quoteReplacement(completed.next()));
        return head(plan, sum(now)) + listed(kept + RuleLists.linesOf(old), plan, words);
    }

    private static String head(String plan, String sum) {
        return "  # plan " + plan + "; written " + sum + "\n";
    }

    private String block(String plan, String entry, CatalogueWords words) {
        return head(plan, sum(entry)) + listed(entry, plan, words);
    }

    private static String sum(String entry) {
        return TableRules.sum(
                STATED.matcher(entry).results().map(MatchResult::group).collect(Collectors.joining()));
    }

    /** An entry with the rules that fire for a plan, and those that are silent. */
    private String listed(String entry, String plan, CatalogueWords words) {
        List<String> firing = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        rules.stream()
                .flatMap(compared -> Stream.ofNullable(compared.rule()))
                .forEach(rule -> (rule.group().fires(plan, words) ? firing : silent).add(rule.id()));
        Set<String> ofTable = rules.stream().map(Compared::id).collect(Collectors.toSet());
        return new RuleLists(firing, silent).in(entry, ofTable);
    }

    private String entry(String plan) {
        Language document = release.programme().source().documentLanguage();
        List<String> named = List.of(row.name(), row.cell(plan).text());
        return new CaseEntry(
                        CaseEntry.names(document, ServiceRule.others(release), language -> name(plan, language)),
                        Texts.of(document, "workshop.services.note", named),
                        Request.of(plan, row.service()).withFacts(known),
                        RuleTemplate.instant(release.programme().zone()),
                        row.cell(plan).expected(),
                        new RuleLists(List.of(), List.of()))
                .text()
                .indent(2);
    }

    private String name(String plan, Language in) {
        AnswerWords names = new AnswerWords(release, in);
        String subject = Texts.of(
                in,
                "workshop.table.subject",
                List.of(names.name(Domain.SERVICE, row.service()), names.name(Domain.PLAN, plan)));
        return subject + Punctuation.of(in).colon() + ServiceRule.said(release, row.cell(plan), in);
    }
}
