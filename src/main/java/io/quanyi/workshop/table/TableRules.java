package io.quanyi.workshop.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a table in their file, compared with the rows of the table. A comment before each rule names its row, and has a checksum of the
 * rule as it was written: a rule that an author has edited since is never written over.
 */
final class TableRules<R extends TableRules.Rule> {

    private static final Pattern BLOCK = Pattern.compile("(?m)^// row (?<key>.*); written (?<sum>[0-9a-f]{8})\\n"
            + "(?<rule>rule \"(?:(?!end$).*\\n)*+end\\n?)\\n?");

    private static final Pattern ID = Pattern.compile("@id\\(\\s*\"?(?<id>[A-Z0-9-]+)\"?\\s*\\)");

    /** The meaning of a row, as a rule. */
    interface Rule {

        /** The title, in the language of the document. */
        String title();

        /** The rule in the language of rules. */
        String text();
    }

    /** How a row and its rule compare. */
    enum State {
        /** The row has no rule yet. */
        NEW,
        /** The rule has the meaning of the row. */
        SAME,
        /** The row says something else than the rule, which is as it was written. */
        CHANGED,
        /** The rule, which is as it was written, has no row any more. */
        GONE,
        /** The rule was edited by hand, and the table says something else than it did when the rule was written, or has no such row. */
        EDITED
    }

    /**
     * A row and its rule.
     *
     * @param rule the present meaning of the row; null if there is no row any more
     */
    record Compared<R extends Rule>(
            String key,
            String id,
            State state,
            String title,
            @Nullable R rule) {}

    private final String before;
    private final List<Compared<R>> compared;

    private TableRules(String before, List<Compared<R>> compared) {
        this.before = before;
        this.compared = compared;
    }

    /**
     * Compares a file with the rows.
     *
     * @param before the text of the file; empty if it does not exist yet
     * @param keys the key of each row
     * @param ids makes as many ids as there are rows without a rule
     * @param rules the rule that a row of a key is made into, with an id
     */
    static <R extends Rule> TableRules<R> of(
            String before, List<String> keys, IntFunction<List<String>> ids, BiFunction<String, String, R> rules) {
        Map<String, MatchResult> blocks = blocks(before);
        long fresh = keys.stream().filter(key -> !blocks.containsKey(key)).count();
        Iterator<String> next = ids.apply((int) fresh).iterator();
        List<Compared<R>> compared = new ArrayList<>();
        for (String key : keys) {
            MatchResult old = blocks.remove(key);
            String id = old == null ? next.next() : id(old);
            R rule = rules.apply(key, id);
            compared.add(new Compared<>(key, id, state(old, rule), rule.title(), rule));
        }
        blocks.forEach((key, old) -> compared.add(new Compared<>(
                key, id(old), isAsWritten(old) ? State.GONE : State.EDITED, titleOf(old.group(3)), null)));
        return new TableRules<>(before, compared);
    }

    /** Whether a file has rules that were made from a table. */
    static boolean areIn(String file) {
        return BLOCK.matcher(file).find();
    }

    private static Map<String, MatchResult> blocks(String before) {
        Map<String, MatchResult> blocks = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(before);
        while (block.find()) {
            blocks.put(block.group("key"), block.toMatchResult());
        }
        return blocks;
    }

    private static State state(@Nullable MatchResult old, Rule rule) {
        if (old == null) {
            return State.NEW;
        }
        if (old.group(3).equals(rule.text()) || old.group(2).equals(sum(rule.text()))) {
            return State.SAME;
        }
        return isAsWritten(old) ? State.CHANGED : State.EDITED;
    }

    private static boolean isAsWritten(MatchResult old) {
        return old.group(2).equals(sum(old.group(3)));
    }

    private static String id(MatchResult old) {
        Matcher id = ID.matcher(old.group(3));
        return id.find() ? id.group("id") : "?";
    }

    private static String titleOf(String rule) {
        return rule.substring(rule.indexOf('"') + 1, rule.indexOf('"', rule.indexOf('"') + 1));
    }

    /** A checksum of a text, but for the blanks at its end. */
    static String sum(String rule) {
        return String.format(Locale.ROOT, "%08x", rule.stripTrailing().hashCode());
    }

    /** The rows and rules, in the order of the table; rules without a row last. */
    List<Compared<R>> compared() {
        return compared;
    }

    /**
     * The text of the file with the rules of the table; edited rules stay as they are.
     *
     * @param header the first lines of a new file
     */
    String text(String header) {
        Map<String, Compared<R>> byKey =
                compared.stream().collect(Collectors.toMap(Compared::key, Function.identity()));
        String kept = BLOCK.matcher(before).replaceAll(block -> {
            Compared<R> now = byKey.get(block.group(1));
            String text = now == null ? block.group() : replacement(now, block.group());
            return Matcher.quoteReplacement(text);
        });
        String start = before.isEmpty() ? header : kept;
        return Stream.concat(
                                Stream.of(start.stripTrailing()),
                                compared.stream()
                                        .filter(one -> one.state() == State.NEW)
                                        .map(one -> block(one).stripTrailing()))
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String replacement(Compared<?> now, String before) {
        return switch (now.state()) {
            case CHANGED -> block(now) + "\n";
            case GONE -> "";
            default -> before;
        };
    }

    private static String block(Compared<?> one) {
        String text = Objects.requireNonNull(one.rule()).text();
        return "// row " + one.key() + "; written " + sum(text) + "\n" + text;
    }
}
