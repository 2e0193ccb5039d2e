package io.quanyi.console.ask;

import io.quanyi.checks.CaseFileEdit;
import io.quanyi.checks.PlainTree;
import io.quanyi.checks.ProposedCaseName;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.ExplainedRule;
import io.quanyi.explain.ExplanationReport.QuotedClause;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of an answer for use elsewhere: the text for a ticket, the call of a program, and a case. */
final class AnswerCopies {

    /** The members of an answer that repeat the request, follow from others, or say by which release it is. */
    private static final Set<String> LEFT_OUT = Set.of(
            "entitled",
            "service",
            "plan",
            "authority",
            "dependsOn",
            "warnings",
            "suggestions",
            "readings",
            "route",
            "bases",
            "release");

    private AnswerCopies() {}

    /**
     * The text for a ticket: the answer, the question, the conditions and remarks, and the clauses behind them.
     *
     * @param said the lines of the answer, at least one
     */
    static String ticket(List<String> said, ExplanationReport report, Language language) {
        List<String> lines = new ArrayList<>(said);
        lines.add(1, report.asked().text());
        report.basis().stream().map(basis -> "- " + line(basis, language)).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String line(BasisLine basis, Language language) {
        ExplainedRule rule = basis.rule();
        if (rule == null) {
            return basis.text();
        }
        Punctuation punctuation = Punctuation.of(language);
        List<String> clauses = rule.clauses().stream().map(QuotedClause::clause).toList();
        return punctuation.beside(basis.text(), rule.id() + punctuation.colon() + punctuation.list(clauses));
    }

    /** The call that asks the same, for a shell; apostrophes end the quotation for themselves. */
    static String call(String service, String json, Language language) {
        return "curl -s -H 'Content-Type: application/json' -H 'Accept-Language: " + language.tag() + "' " + service
                + "/v1/decisions -d '" + json.replace("'", "'\\''") + "'";
    }

    /** The entry of a file of cases, in the language of the document, that expects this answer. */
    static String asCase(
            DecisionRequest request,
            OffsetDateTime at,
            Decision decision,
            ProgrammeRelease release,
            Language document) {
        Map<String, Tree> members = new LinkedHashMap<>();
        members.put("name", PlainTree.text(ProposedCaseName.of(request, decision, release, document)));
        members.put("note", PlainTree.text(Texts.of(document, "proposed-case.note", List.of())));
        members.put("subscription", PlainTree.stated(request.subscription()));
        members.put("question", question(request, at));
        members.put("expect", expected((Obj) PlainTree.of(decision)));
        return CaseFileEdit.text(new Obj(members));
    }

    /** The question with the instant at which it was asked: a case states it. */
    private static Obj question(DecisionRequest request, OffsetDateTime at) {
        Map<String, Tree> members = new LinkedHashMap<>();
        ((Obj) PlainTree.stated(request.question())).members().forEach((name, value) -> {
            members.put(name, value);
            members.putIfAbsent("at", PlainTree.of(at));
        });
        return new Obj(members);
    }

    private static Obj expected(Obj answer) {
        Map<String, Tree> members = new LinkedHashMap<>();
        answer.members().forEach((name, value) -> {
            if (!isEmpty(value) && !LEFT_OUT.contains(name)) {
                members.put(name, value);
            }
        });
        return new Obj(members);
    }

    private static boolean isEmpty(Tree value) {
        return value.isNull() || (value instanceof Arr list && list.items().isEmpty());
    }
}
