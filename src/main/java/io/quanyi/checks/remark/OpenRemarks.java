package io.quanyi.checks.remark;

import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.JudgedRemark;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The remarks on a draft that its author has not judged to be as meant. A judgement of no remark is a fault, because it hides nothing. */
public final class OpenRemarks {

    private OpenRemarks() {}

    /**
     * The remarks that are left.
     *
     * @param remarks all remarks of some kinds
     * @param kinds the judgements of these kinds
     * @param faults gets a fault for each judgement of these kinds that belongs to no remark, or to one that is judged already
     */
    public static List<Fault> of(Clauses clauses, List<Fault> remarks, Predicate<JudgedRemark> kinds, Faults faults) {
        List<Fault> open = new ArrayList<>(remarks);
        for (JudgedRemark judged : clauses.judged()) {
            if (kinds.test(judged) && !open.removeIf(remark -> isAbout(judged, remark))) {
                List<String> same = remarks.stream()
                        .filter(remark -> remark.code().equals(judged.remark()))
                        .map(OpenRemarks::about)
                        .toList();
                faults.add(Fault.at(clauses.place(judged), "judged-without-remark", judged.about(), judged.remark())
                        .knowing(same));
            }
        }
        return open;
    }

    private static boolean isAbout(JudgedRemark judged, Fault remark) {
        return remark.code().equals(judged.remark())
                && about(remark).equals(judged.about())
                && words(remark).equals(Objects.requireNonNullElse(judged.words(), List.of()));
    }

    private static String about(Fault remark) {
        return remark.arguments().get(0);
    }

    private static List<String> words(Fault remark) {
        return JudgedRemark.namesWords(remark.code())
                ? remark.items(JudgedRemark.placeOfWords(remark.code()))
                : List.of();
    }

    /** The entries of the file of clauses that judge the remarks that can be judged, as YAML without their reasons. */
    public static List<String> judgements(List<Fault> remarks) {
        return remarks.stream()
                .filter(remark -> JudgedRemark.isJudged(remark.code()))
                .map(OpenRemarks::judgement)
                .toList();
    }

    private static String judgement(Fault remark) {
        String words = words(remark).stream().map(OpenRemarks::quoted).collect(Collectors.joining(", "));
        return "remark: " + remark.code() + ", about: " + quoted(about(remark))
                + (words.isEmpty() ? "" : ", words: [" + words + "]");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
