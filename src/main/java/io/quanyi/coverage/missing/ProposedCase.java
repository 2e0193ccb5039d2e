package io.quanyi.coverage.missing;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.PlainTree;
import io.quanyi.checks.ProposedCaseName;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case that is missing, with the answer as the release gives it: an author who takes it says that this answer is right.
 *
 * @param file the file of cases that it belongs to
 * @param name its name, in the language of the document
 * @param entry the entry of that file
 */
public record ProposedCase(String file, String name, Obj entry) {

    /** The case that notices some mutations; empty if the request has no answer. */
    public static Optional<ProposedCase> of(MissingCase missing, ProgrammeRelease release, Instant at) {
        try {
            Decision decision =
                    CheckedQuestion.of(missing.request(), release, at).decision();
            Language language = release.programme().source().documentLanguage();
            String name = ProposedCaseName.of(missing.request(), decision, release, language);
            return Optional.of(new ProposedCase(
                    missing.request().question().service() + CaseFile.SUFFIX,
                    name,
                    entry(missing, name, decision, language)));
        } catch (RequestRefused | RuleFault | ConflictingTerms e) {
            return Optional.empty();
        }
    }

    private static Obj entry(MissingCase missing, String name, Decision decision, Language language) {
        Map<String, Tree> members = new LinkedHashMap<>();
        members.put("name", PlainTree.text(name));
        members.put("note", PlainTree.text(Texts.of(language, "proposed-case.note", List.of())));
        members.put("subscription", PlainTree.stated(missing.request().subscription()));
        members.put("question", PlainTree.stated(missing.request().question()));
        members.put("expect", expected(missing, (Obj) PlainTree.of(decision)));
        put(members, "fires", missing.fires());
        put(members, "silent", missing.silent());
        return new Obj(members);
    }

    private static Obj expected(MissingCase missing, Obj answer) {
        Map<String, Tree> members = new LinkedHashMap<>();
        answer.members().forEach((name, value) -> {
            if (missing.members().contains(name)) {
                members.put(name, value);
            }
        });
        return new Obj(members);
    }

    private static void put(Map<String, Tree> members, String name, List<String> rules) {
        if (!rules.isEmpty()) {
            members.put(name, PlainTree.texts(rules));
        }
    }
}
