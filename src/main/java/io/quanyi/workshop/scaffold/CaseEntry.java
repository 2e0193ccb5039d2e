package io.quanyi.workshop.scaffold;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.text.Language;
import io.quanyi.workshop.scaffold.sample.SampleFacts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new entry in a file of cases: YAML with a line for each member, which begins without indentation.
 *
 * @param names the name in the language of the document, and then its translations
 * @param note the derivation of the answer
 * @param subscription the members of the subscription in braces
 * @param question the members of the question in braces
 * @param expected the members of the expected answer: in braces, or each on a line of its own after a line break
 * @param rules the rules that fire and those that are silent
 */
public record CaseEntry(
        Map<Language, String> names,
        String note,
        String subscription,
        String question,
        String expected,
        RuleLists rules) {

    /**
     * An entry with a request.
     *
     * @param at the instant of the question
     */
    public CaseEntry(
            Map<Language, String> names, String note, Request request, String at, String expected, RuleLists rules) {
        this(
                names,
                note,
                inBraces(request.subscription().stream()),
                inBraces(Stream.of(List.of("service: " + request.service()), request.question(), List.of("at: " + at))
                        .flatMap(List::stream)),
                expected,
                rules);
    }

    /**
     * The request of a case.
     *
     * @param subscription the members of the subscription, as YAML
     * @param service the requested service
     * @param question the members of the question beside service and instant, as YAML
     * @param fires the rules that fire in it, beside the new one
     */
    public record Request(List<String> subscription, String service, List<String> question, List<String> fires) {

        /** The request of a plan for a service. */
        public static Request of(String plan, String service) {
            return new Request(List.of("plan: " + plan), service, List.of(), List.of());
        }

        /** The request with values for the facts that its service requires; unchanged if the release is not known. */
        public Request withFacts(@Nullable ProgrammeRelease release) {
            return new Request(
                    joined(subscription, SampleFacts.members(release, service, "/subscription")),
                    service,
                    joined(question, SampleFacts.members(release, service, "/question")),
                    fires);
        }

        Request withFires(List<String> rules) {
            return new Request(subscription, service, question, rules);
        }

        static List<String> joined(List<String> members, List<String> more) {
            List<String> stated = members.stream().map(Request::name).toList();
            return Stream.concat(members.stream(), more.stream().filter(member -> !stated.contains(name(member))))
                    .toList();
        }

        private static String name(String member) {
            return member.replaceFirst(":.*", "");
        }
    }

    /**
     * The rules that fire in a case and those that are silent, by id. An entry lists each kind on a line, unless there is none.
     */
    public record RuleLists(Collection<String> fires, Collection<String> silent) {

        private static final Pattern LIST = Pattern.compile("(?m)^ {4}(?<list>fires|silent): \\[(?<ids>[^\\]]*)]\\n");

        private String text() {
            return text("fires", fires) + text("silent", silent);
        }

        private static String text(String list, Collection<String> ids) {
            return ids.isEmpty() ? "" : "  " + list + ": [" + String.join(", ", ids) + "]\n";
        }

        /** The lines of an indented entry that list rules. */
        public static String linesOf(String entry) {
            return LIST.matcher(entry).results().map(MatchResult::group).collect(Collectors.joining());
        }

        /**
         * An indented entry with these rules in place of those that it lists.
         *
         * @param ofTable the ids of the rules to replace; others were added by the author and stay
         */
        public String in(String entry, Set<String> ofTable) {
            Set<String> firing = new LinkedHashSet<>(fires);
            Set<String> quiet = new LinkedHashSet<>(silent);
            for (Matcher list = LIST.matcher(entry); list.find(); ) {
                Stream.of(list.group("ids").split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty() && !ofTable.contains(id))
                        .forEach((list.group("list").equals("fires") ? firing : quiet)::add);
            }
            return LIST.matcher(entry).replaceAll("").stripTrailing() + "\n"
                    + new RuleLists(firing, quiet).text().indent(2) + "\n";
        }
    }

    /** A name in the language of the document, and its translations into the other languages of the programme. */
    public static Map<Language, String> names(
            Language document, Collection<Language> others, Function<Language, String> name) {
        Map<Language, String> names = new LinkedHashMap<>();
        names.put(document, name.apply(document));
        others.forEach(other -> names.put(other, name.apply(other)));
        return names;
    }

    /** A new file with entries. */
    public static String file(Collection<String> entries) {
        return "cases:\n"
                + entries.stream().map(entry -> "\n" + entry.indent(2)).collect(Collectors.joining());
    }

    /** The lines of the entry. */
    public String text() {
        StringBuilder text = new StringBuilder();
        names.forEach((language, name) -> text.append(text.isEmpty() ? "- name" : "  " + language.code())
                .append(": \"" + RuleTemplate.quotable(name) + "\"\n"));
        return text
                + """
                  note: "%s"
                  subscription: %s
                  question: %s
                  expect:%s
                """.formatted(
                                RuleTemplate.quotable(note),
                                subscription,
                                question,
                                expected.startsWith("\n") ? expected : " " + expected)
                + rules.text();
    }

    private static String inBraces(Stream<String> members) {
        return members.collect(Collectors.joining(", ", "{ ", " }"));
    }
}
