package io.quanyi.workshop.scaffold.sample;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.needs.AskedFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The facts that cases lack since a rule made their service ask for them, such as a severity. A case gets the first value with which it passes,
 * and else the first; its author may choose another.
 */
public final class MissingFacts {

    private static final Pattern PART =
            Pattern.compile("(?m)^(?<head> +(?<part>subscription|question): \\{ (?:service: [^,}]+, )?)(?<rest>.*)$");

    private final ProgrammeRelease release;
    private final CaseRun run;

    /** @param release the release by which the cases are decided */
    public MissingFacts(ProgrammeRelease release) {
        this.release = release;
        this.run = new CaseRun(release);
    }

    /** The text of a file of cases, with the facts; as it was if it cannot be read. */
    public String filled(SourceFile file) {
        String text = Objects.requireNonNullElse(file.text(new Faults()), "");
        List<String> entries = new ArrayList<>(Arrays.asList(text.split("(?m)^(?=  - name:)", -1)));
        List<Case> cases = read(file.path(), text);
        if (cases.size() != entries.size() - 1) {
            return text;
        }
        for (int i = 0; i < cases.size(); i++) {
            List<String> missing = missing(cases.get(i));
            for (String pointer : missing) {
                entries.set(i + 1, filled(file.path(), entries.get(0), entries.get(i + 1), pointer));
            }
        }
        return String.join("", entries);
    }

    private String filled(String path, String fixtures, String entry, String pointer) {
        List<String> possible = AskedFact.of(
                        release, read(path, fixtures + entry).get(0).service())
                .stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .flatMap(fact -> SampleFacts.values(fact).stream())
                .flatMap(value -> with(entry, pointer, value))
                .toList();
        return possible.stream()
                .filter(text ->
                        run.differences(read(path, fixtures + text).get(0)).isEmpty())
                .findFirst()
                .orElse(possible.isEmpty() ? entry : possible.get(0));
    }

    /** The entry with a member; nothing if it is laid out in another way. */
    private static Stream<String> with(String entry, String pointer, String value) {
        String[] path = pointer.substring(1).split("/", -1);
        Matcher part = PART.matcher(entry);
        while (part.find()) {
            if (path.length == 2 && part.group("part").equals(path[0])) {
                String rest = part.group("rest");
                String member = path[1] + ": " + value;
                String line = path[0].equals("question")
                        ? part.group("head") + member + ", " + rest
                        : part.group("head") + rest.replaceFirst(" }$", Matcher.quoteReplacement(", " + member + " }"));
                return Stream.of(entry.substring(0, part.start()) + line + entry.substring(part.end()));
            }
        }
        return Stream.empty();
    }

    private List<Case> read(String path, String text) {
        SourceFile file = new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
        return CaseFile.read(file, release.programme().id(), new Faults()).cases();
    }

    /** The pointers of the facts for want of which the request is refused; none if the case expects a refusal. */
    private List<String> missing(Case asked) {
        if (asked.expect().members().containsKey("problem")) {
            return List.of();
        }
        try {
            Decider.decide(run.posed(asked).question());
            return List.of();
        } catch (RequestRefused e) {
            return e.faults().stream()
                    .filter(fault -> fault.code().equals("missing-fact"))
                    .map(Fault::pointer)
                    .toList();
        }
    }
}
