package io.quanyi.checks.remark;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.facts.Condition;
import io.quanyi.facts.Undetermined;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares the numbers in the quotes of clauses with those in the rules that rest on them. A number in digits or in Chinese characters that
 * no such rule states is remarked on: it may be written wrongly in a rule, or forgotten.
 */
public final class QuotedNumbers {

    private static final String CHINESE = "[零〇一二两三四五六七八九十百千万]+";

    /**
     * The numbers that no rule states. Phone numbers, zones, times of day and 24/7 are in the catalogue, as contacts and windows; clauses, list
     * items, names such as P1, ordinals, set phrases and the unit that a sentence defines are numbered or named, not measured; a year is a
     * date, or the span for which a limit holds, which rules name in words.
     */
    private static final Pattern UNMEASURED = Pattern.compile(String.join(
            "|",
            "[0-9]+(?:-[0-9]+){2,}|[0-9]{7,}(?: *转 *[0-9]+)?",
            "UTC *[+-] *[0-9]+|[0-9]{1,2}:[0-9]{2}|\\b24 */ *7\\b",
            "§ *[0-9.]+|[0-9]+(?:\\.[0-9]+){2,}|\\((?:[0-9]+|" + CHINESE + ")\\)",
            "[A-Za-z]/?[0-9]+",
            "第 *(?:[0-9]+|" + CHINESE + ")|二次开发|二开|[0-9一] *对 *[0-9一]",
            "1 *[^0-9,:]{1,6}: *指",
            "(?:[0-9]+|" + CHINESE + ") *年"));

    private static final Pattern DIGITS =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?: *%? *[-–~至到] *([0-9]+(?:\\.[0-9]+)?))? *([万千百%周])?");

    /** A Chinese number counts only before a unit: in other places its characters are parts of words. */
    private static final Pattern CHARACTERS =
            Pattern.compile("(?<![几数])(" + CHINESE + ") *(?:个|名|位|人|次|天|日|周|月|小时|分钟|工作日|工作小时|元|块|倍)");

    private static final Pattern IN_RULE = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    /** The words of rules for units that are counted one by one. */
    private static final Pattern ONE_BY_ONE = Pattern.compile("\"(?:service-year|year|incident|person-day)\"");

    /** The outcomes that leave a question to the contract. */
    private static final Set<Class<?>> REFERRALS = Set.of(Undetermined.class, Condition.class);

    private final ProgrammeRelease release;
    private final Map<String, Set<BigDecimal>> stated = new HashMap<>();
    private final Map<String, Set<String>> services = new HashMap<>();
    private final Set<String> referring = new HashSet<>();

    private QuotedNumbers(ProgrammeRelease release) {
        this.release = release;
        for (String service : release.catalogue().services().keySet()) {
            for (RuleOutline outline : release.policy().outlines(service)) {
                String id = outline.rule().id();
                stated.computeIfAbsent(id, rule -> stated(outline));
                services.computeIfAbsent(id, rule -> new HashSet<>()).add(service);
                if (outline.statements().stream().allMatch(statement -> REFERRALS.contains(statement.type()))) {
                    referring.add(id);
                }
            }
        }
    }

    /**
     * Adds a remark for each clause, at the first rule that rests on it. Where the rules leave all to the contract, the numbers of the
     * document are examples, and none is remarked on.
     */
    public static void check(ProgrammeRelease release, Faults remarks) {
        QuotedNumbers numbers = new QuotedNumbers(release);
        for (Clause clause : release.clauses().all()) {
            List<RuleInfo> rules = numbers.rulesOn(clause.reference());
            List<String> unstated = quoted(clause.quote()).entrySet().stream()
                    .filter(number -> !numbers.isStated(number.getValue(), rules))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!unstated.isEmpty() && !rules.stream().allMatch(rule -> numbers.referring.contains(rule.id()))) {
                remarks.add(Fault.at(
                        rules.get(0).position(),
                        "quoted-number-unstated",
                        clause.reference(),
                        Fault.list(unstated),
                        Fault.list(rules.stream().map(RuleInfo::id).toList())));
            }
        }
    }

    private List<RuleInfo> rulesOn(String clause) {
        return release.policy().rules().stream()
                .filter(rule -> rule.clauses().contains(clause))
                .toList();
    }

    /**
     * Whether a rule has the number: one of those that rest on the clause, or one for the same service that rests on another clause with
     * the number, because documents repeat themselves.
     */
    private boolean isStated(Set<BigDecimal> number, List<RuleInfo> rules) {
        Set<String> about =
                rules.stream().flatMap(rule -> services(rule).stream()).collect(Collectors.toSet());
        return release.policy().rules().stream()
                .filter(rule ->
                        stated.getOrDefault(rule.id(), Set.of()).stream().anyMatch(number::contains))
                .anyMatch(rule ->
                        rules.contains(rule) || (!Collections.disjoint(services(rule), about) && quotes(rule, number)));
    }

    private Set<String> services(RuleInfo rule) {
        return services.getOrDefault(rule.id(), Set.of());
    }

    private boolean quotes(RuleInfo rule, Set<BigDecimal> number) {
        return rule.clauses().stream()
                .map(release.clauses()::clause)
                .filter(Objects::nonNull)
                .flatMap(clause -> quoted(clause.quote()).values().stream())
                .anyMatch(other -> !Collections.disjoint(other, number));
    }

    /** The numbers in the condition and the outcomes of a rule; one is a number of units that are counted one by one. */
    private static Set<BigDecimal> stated(RuleOutline outline) {
        String written = outline.condition()
                + outline.statements().stream().map(Statement::words).collect(Collectors.joining(" ", " ", ""));
        Set<BigDecimal> numbers = new TreeSet<>();
        IN_RULE.matcher(written).results().forEach(number -> numbers.add(new BigDecimal(number.group())));
        if (ONE_BY_ONE.matcher(written).find()) {
            numbers.add(BigDecimal.ONE);
        }
        return numbers;
    }

    /** The numbers of a quote as they are written there, each with the values that a rule may have for it. */
    static Map<String, Set<BigDecimal>> quoted(String quote) {
        String plain = Normalizer.normalize(quote.replaceAll("[①-⑳]", " "), Normalizer.Form.NFKC)
                .replaceAll("(?<=[0-9]) *[x×*] *(?=[0-9])", " ")
                .replaceAll("(?<=[0-9]),(?=[0-9]{3})", "");
        String measured = UNMEASURED.matcher(plain).replaceAll(" ");
        Map<String, Set<BigDecimal>> numbers = new HashMap<>();
        for (Matcher number = DIGITS.matcher(measured); number.find(); ) {
            String unit = number.group(3) == null ? "" : number.group(3);
            add(numbers, new BigDecimal(number.group(1)), number.group(1), unit);
            if (number.group(2) != null) {
                add(numbers, new BigDecimal(number.group(2)), number.group(2), unit);
            }
        }
        for (Matcher number = CHARACTERS.matcher(DIGITS.matcher(measured).replaceAll(" ")); number.find(); ) {
            String unit = number.group().endsWith("周") ? "周" : "";
            add(numbers, valueOf(number.group(1)), number.group(1), unit);
        }
        return numbers;
    }

    private static void add(Map<String, Set<BigDecimal>> numbers, BigDecimal value, String written, String unit) {
        BigDecimal inRule = switch (unit) {
            case "万", "千", "百" -> value.multiply(valueOf(unit));
            case "%" -> value.movePointLeft(2);
            case "周" -> value.multiply(BigDecimal.valueOf(7));
            default -> value;
        };
        numbers.computeIfAbsent(written + unit, key -> new TreeSet<>()).addAll(List.of(value, inRule));
    }

    /** The value of a number in Chinese characters, such as 十五 or 一千二百. */
    private static BigDecimal valueOf(String characters) {
        long whole = 0;
        long section = 0;
        long digit = 0;
        for (int i = 0; i < characters.length(); i++) {
            char character = characters.charAt(i);
            int power = "个十百千万".indexOf(character);
            if (power < 0) {
                digit = "零一二三四五六七八九".indexOf(character == '两' ? '二' : character == '〇' ? '零' : character);
            } else if (power == 4) {
                whole = (section + digit == 0 ? 1 : section + digit) * 10_000;
                section = 0;
                digit = 0;
            } else {
                section += (digit == 0 ? 1 : digit) * (long) Math.pow(10, power);
                digit = 0;
            }
        }
        return BigDecimal.valueOf(whole + section + digit);
    }
}
