package io.quanyi.workshop.scaffold;

import io.quanyi.policy.PolicyFiles;
import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the clauses that rules cite, in files of rules that may have faults. */
final class CitedClauses {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$|/\\*(?s:.*?)\\*/");
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\b");
    private static final Pattern ID = Pattern.compile("@id\\(\\s*\"?([A-Z0-9-]+)\"?\\s*\\)");
    private static final Pattern CLAUSES = Pattern.compile("@clause\\(\\s*(\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Map<String, List<String>> byClause = new LinkedHashMap<>();

    private CitedClauses() {}

    /** The ids of the rules that cite each clause, by its reference. */
    static Map<String, List<String>> of(PolicyFiles policy) {
        CitedClauses citations = new CitedClauses();
        policy.own().forEach(file -> citations.add(file, UnaryOperator.identity(), UnaryOperator.identity()));
        SharedPolicy shared = policy.shared();
        if (shared != null) {
            policy.sharedFiles().forEach(file -> citations.add(file, shared::id, shared::clause));
        }
        return citations.byClause;
    }

    private void add(SourceFile file, UnaryOperator<String> id, UnaryOperator<String> clause) {
        String text = file.path().endsWith(".drl") ? file.text(new Faults()) : null;
        String rules = COMMENT.matcher(Objects.requireNonNullElse(text, "")).replaceAll("");
        RULE.splitAsStream(rules).skip(1).forEach(rule -> {
            Matcher named = ID.matcher(rule);
            Matcher cited = CLAUSES.matcher(rule);
            if (cited.find()) {
                String ruleId = named.find() ? id.apply(named.group(1)) : "?";
                QUOTED.matcher(cited.group(1))
                        .results()
                        .forEach(quoted -> byClause.computeIfAbsent(
                                        clause.apply(quoted.group(1)), any -> new ArrayList<>())
                                .add(ruleId));
            }
        });
    }
}
