package io.quanyi.checks.remark;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the units in the quotes of clauses with those in the rules that rest on them: working days with hours, times with person-days,
 * work on site with work from afar. If all these rules say something else than the quote, one of both is written wrongly.
 */
public final class QuotedUnits {

    private static final String NUMBER = "(?<![x×*] ?)(?<![0-9.])(?:[0-9.]+|[一二两三四五六七八九十半]+)[ -]*个?[ -]*";

    /** Hours and minutes may be of open time, because documents often leave the word out; a rule may write minutes as parts of an hour. */
    private static final List<Word> TIMES = List.of(
            new Word(NUMBER + "(?:工作日|(?:working|business) days?)", Set.of("working-day")),
            new Word(NUMBER + "(?:工作小时|(?:working|business) hours?)", Set.of("working-hour")),
            new Word(NUMBER + "(?:小时|hours?)", Set.of("hour", "working-hour", "minute", "working-minute")),
            new Word(NUMBER + "(?:分钟|minutes?)", Set.of("minute", "working-minute", "hour", "working-hour")));

    private static final List<Word> QUOTAS = List.of(
            new Word(NUMBER + "(?:人天|人日|person-days?)", Set.of("person-day")),
            new Word(NUMBER + "(?:次|times?\\b)", Set.of("time")));

    private static final List<Word> DELIVERIES = List.of(
            new Word("非现场|远程|在线|线上|remote(?:ly)?|online|not on[- ]site", Set.of("remote", "online")),
            new Word("(?<!非)现场|上门|(?<!not )on[- ]site", Set.of("on-site")));

    private final ProgrammeRelease release;
    private final Faults remarks;

    private QuotedUnits(ProgrammeRelease release, Faults remarks) {
        this.release = release;
        this.remarks = remarks;
    }

    /** Words of a document, and the units of rules that say the same. */
    private record Word(Pattern words, Set<String> units) {

        Word(String words, Set<String> units) {
            this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), units);
        }
    }

    /** Adds a remark for each clause whose rules all state another unit, at the first of these rules. */
    public static void check(ProgrammeRelease release, Faults remarks) {
        QuotedUnits units = new QuotedUnits(release, remarks);
        for (Clause clause : release.clauses().all()) {
            units.compare(clause, Set.of(Response.class, Resolution.class), TIMES);
            units.compare(clause, Set.of(Quota.class), QUOTAS);
            units.compare(clause, Set.of(Delivery.class), DELIVERIES);
        }
    }

    private void compare(Clause clause, Set<Class<? extends Outcome>> types, List<Word> words) {
        List<Word> said = words.stream()
                .filter(word -> word.words().matcher(clause.quote()).find())
                .toList();
        List<RuleOutline> rules = said.isEmpty() ? List.of() : stating(clause, types);
        Set<String> stated = rules.stream()
                .flatMap(rule -> rule.statements().stream())
                .filter(statement -> types.contains(statement.type()))
                .map(QuotedUnits::unit)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean agrees = said.stream().anyMatch(word -> !Collections.disjoint(word.units(), stated));
        if (!stated.isEmpty() && !stated.contains("") && !agrees) {
            remark(clause, said, rules, stated);
        }
    }

    private List<RuleOutline> stating(Clause clause, Set<Class<? extends Outcome>> types) {
        return release.catalogue().services().keySet().stream()
                .flatMap(service -> release.policy().outlines(service).stream())
                .filter(rule -> rule.rule().clauses().contains(clause.reference()))
                .filter(rule -> types.stream().anyMatch(rule::states))
                .toList();
    }

    /** The unit that a rule states; empty if it depends on the request, or if an answer at once has none. */
    private static String unit(Statement statement) {
        String unit = "";
        if (statement.outcome() instanceof Response response) {
            unit = response.target().unit();
        } else if (statement.outcome() instanceof Resolution resolution) {
            unit = resolution.target().unit();
        } else if (statement.outcome() instanceof Quota quota) {
            unit = quota.unit();
        } else if (statement.outcome() instanceof Delivery delivery) {
            unit = delivery.mode();
        }
        return unit.equals("immediate") ? "" : unit;
    }

    private void remark(Clause clause, List<Word> said, List<RuleOutline> rules, Set<String> stated) {
        List<String> quoted = said.stream()
                .flatMap(word -> word.words().matcher(clause.quote()).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        Stream<String> ids =
                rules.stream().map(RuleOutline::rule).map(RuleInfo::id).distinct();
        remarks.add(Fault.at(
                rules.get(0).rule().position(),
                "quoted-unit-differs",
                clause.reference(),
                Fault.list(quoted),
                Fault.list(ids.toList()),
                Fault.list(new ArrayList<>(stated))));
    }
}
