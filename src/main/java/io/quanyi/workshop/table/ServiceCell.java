package io.quanyi.workshop.table;

import io.quanyi.workshop.table.words.CatalogueWords;
import io.quanyi.workshop.table.words.PlainWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a cell in a table of services: one service in one plan.
 *
 * @param text the words of the cell
 * @param kind whether the plan has the service
 * @param terms the terms of the service
 */
record ServiceCell(String text, Kind kind, List<ServiceTerm> terms) {

    private static final Set<String> YES =
            Set.of("included", "yes", "unlimited", "✓", "✔", "√", "●", "包含", "有", "是", "不限", "不限次数");

    private static final Set<String> NO = Set.of(
            "-",
            "—",
            "–",
            "——",
            "\\-",
            "no",
            "none",
            "n/a",
            "notincluded",
            "notavailable",
            "✗",
            "✘",
            "不包含",
            "不含",
            "无",
            "否");

    private static final Set<String> AT_FEE =
            Set.of("forafee", "atafee", "extracharge", "additionalfee", "add-on", "paid", "付费", "另付费", "另购", "收费");

    private static final Set<String> BY_CONTRACT =
            Set.of("seecontract", "bycontract", "asagreed", "byagreement", "按合同", "以合同为准", "见合同");

    private static final Pattern SEVERAL = Pattern.compile("\\s*[;；\\n]\\s*");

    /** Whether a plan has a service, with the outcome that says so and the result that follows. */
    enum Kind {
        INCLUDED("new Granted()", "outcome: ENTITLED"),
        AT_FEE("new Payable(\"available-at-fee\")", "outcome: PAYABLE, reasons: [{ code: available-at-fee }]"),
        BY_CONTRACT(
                "new Undetermined(\"refer-to-contract\")",
                "outcome: UNDETERMINED, reasons: [{ code: refer-to-contract }]"),
        /** No rule says so: silence means no. */
        EXCLUDED("", "outcome: NOT_ENTITLED");

        private final String outcome;
        private final String expected;

        Kind(String outcome, String expected) {
            this.outcome = outcome;
            this.expected = expected;
        }
    }

    /** Thrown for words that rules cannot express. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1L;

        /** The part of the cell that is not understood. */
        Unknown(String part) {
            super(part);
        }
    }

    /** @throws Unknown with the part that is not understood */
    static ServiceCell read(String text, CatalogueWords words) throws Unknown {
        Kind kind = null;
        List<ServiceTerm> terms = new ArrayList<>();
        for (String part : SEVERAL.split(text.strip(), -1)) {
            Kind said = kind(PlainWord.of(part));
            List<ServiceTerm> named = said == null ? ServiceTerm.named(part, words) : List.of();
            if ((said != null && kind != null && said != kind) || (said == null && named.size() != 1)) {
                throw new Unknown(part);
            }
            kind = said == null ? kind : said;
            terms.addAll(named);
        }
        boolean charged = terms.stream().anyMatch(term -> term.type().equals("Charge"));
        Kind known = kind != null ? kind : charged ? Kind.AT_FEE : Kind.INCLUDED;
        if (known == Kind.EXCLUDED && !terms.isEmpty()) {
            throw new Unknown(text);
        }
        return new ServiceCell(text.strip(), known, terms);
    }

    private static @Nullable Kind kind(String plain) {
        return YES.contains(plain)
                ? Kind.INCLUDED
                : NO.contains(plain)
                        ? Kind.EXCLUDED
                        : AT_FEE.contains(plain) ? Kind.AT_FEE : BY_CONTRACT.contains(plain) ? Kind.BY_CONTRACT : null;
    }

    /** Whether nothing of this cell is left in an answer for a plan that has what another cell says as well. */
    boolean isReplacedBy(ServiceCell nearer) {
        return kind == Kind.INCLUDED
                && nearer.kind == Kind.INCLUDED
                && terms.stream().allMatch(term -> nearer.terms.stream().anyMatch(term::isReplacedBy));
    }

    /** The outcomes that say so, as rules write them. */
    List<String> outcomes() {
        return Stream.concat(Stream.of(kind.outcome), terms.stream().map(ServiceTerm::outcome))
                .filter(outcome -> !outcome.isEmpty())
                .toList();
    }

    /** The members of the answer, as YAML. */
    String expected() {
        List<String> route = members(terms.stream().map(ServiceTerm::route));
        return Stream.of(
                        Stream.of(kind.expected),
                        members(terms.stream().map(ServiceTerm::expected)).stream(),
                        route.isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("route: { " + String.join(", ", route) + " }"))
                .flatMap(member -> member)
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** Members with their values: what several terms add to one list is one list, in the order of answers. */
    private static List<String> members(Stream<String> stated) {
        Map<String, SortedSet<String>> values = new LinkedHashMap<>();
        stated.filter(member -> !member.isEmpty()).forEach(member -> {
            int colon = member.indexOf(": ");
            values.computeIfAbsent(member.substring(0, colon), name -> new TreeSet<>())
                    .add(member.substring(colon + 2));
        });
        return values.entrySet().stream()
                .map(member -> member.getKey() + ": "
                        + String.join(", ", member.getValue()).replace("], [", ", "))
                .toList();
    }
}
