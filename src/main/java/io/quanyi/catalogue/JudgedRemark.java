package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remark of the check that an author has compared with the document and found to be as meant. The judgement holds for the present content
 * of the remark: if a quote has other numbers later, these are remarked on again.
 *
 * @param remark the code of the remark
 * @param about the clause, rule, service, plan or group that it is about
 * @param words the words of the quote, the part of the rule or the target times that it names; null for a remark that names none
 * @param reason why it is as meant
 */
public record JudgedRemark(
        @Pattern(regexp = CODES) String remark,
        String about,
        @Size(min = 1, max = 50) @Nullable List<String> words,
        BilingualText reason) {

    /** The remarks on rules and their parts that change no answer. */
    private static final String ON_IDLE_PARTS = "rule-idle|condition-idle|insertion-idle";

    private static final String ON_TIMES = "response-after-resolution";
    private static final String ON_WORDS = "quoted-number-unstated|quoted-unit-differs|" + ON_TIMES;

    private static final String CODES =
            ON_IDLE_PARTS + "|" + ON_WORDS + "|target-missing|service-undecided|plan-undecided|group-unused";

    /** Keeps a copy of the words. */
    public JudgedRemark {
        words = words == null ? null : List.copyOf(words);
    }

    /** Whether remarks with a code can be judged. */
    public static boolean isJudged(String code) {
        return code.matches(CODES);
    }

    /** Whether the remark is about a rule or a part of one that changes no answer. */
    public boolean isOnIdlePart() {
        return remark.matches(ON_IDLE_PARTS);
    }

    /** The place of the words among the arguments of a remark; on target times it is the last, because the message says them in other words. */
    public static int placeOfWords(String code) {
        return code.equals(ON_TIMES) ? 5 : 1;
    }

    /** Whether remarks with a code name words of the quote, a part of the rule or target times. */
    public static boolean namesWords(String code) {
        return code.matches(ON_WORDS) || (code.matches(ON_IDLE_PARTS) && !code.equals("rule-idle"));
    }
}
