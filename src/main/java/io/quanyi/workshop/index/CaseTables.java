package io.quanyi.workshop.index;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.RecordForm;
import io.quanyi.source.RecordForm.Member;
import io.quanyi.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the members of the request and of the answer in a case, from the records that the service reads and answers with. */
final class CaseTables {

    private CaseTables() {}

    /** The members of a customer and of a question. */
    static List<Member> asked(String part) {
        return RecordForm.of(part.equals("subscription") ? Subscription.class : AskedQuestion.class);
    }

    /** The members of an answer. */
    static List<Member> answered() {
        return RecordForm.of(Decision.class);
    }

    static String in(ReferenceTexts texts) {
        return texts.section("cases")
                + Stream.of("subscription", "question")
                        .map(part -> head(texts, part, "member", "type", "required", "meaning", "range")
                                + asked(part).stream()
                                        .map(member -> request(texts, member))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                + head(texts, "expect", "member", "type", "required")
                + answered().stream().map(member -> answer(texts, member)).collect(Collectors.joining())
                + "\n### " + Markdown.code("expect: problem") + "\n\n" + texts.of("cases.problem") + "\n";
    }

    private static String head(ReferenceTexts texts, String part, String... columns) {
        return "\n### " + Markdown.code(part) + "\n\n" + texts.of("cases." + part) + "\n" + texts.head(columns);
    }

    private static String request(ReferenceTexts texts, Member member) {
        return Markdown.row(
                Markdown.codeCell(member.path()),
                FileTables.type(texts, member),
                texts.of(member.required() ? "required" : "cases.optional"),
                meaning(texts, member),
                FileTables.range(texts, member));
    }

    /** The words that explanations and lists of facts have for a member; none in an entry of a list, where one name means something else. */
    private static String meaning(ReferenceTexts texts, Member member) {
        String name = member.path().replaceAll(".*[.](?=[A-Za-z]+$)", "");
        if (member.path().contains("[]")) {
            return "";
        }
        return Stream.of("member.", "explain.member.")
                .map(kind -> kind + name)
                .filter(code -> Texts.has(texts.language(), code))
                .findFirst()
                .map(texts::shared)
                .orElse("");
    }

    private static String answer(ReferenceTexts texts, Member member) {
        return Markdown.row(
                Markdown.codeCell(member.path()),
                FileTables.type(texts, member),
                texts.of(member.required() ? "cases.always" : "cases.null"));
    }
}
