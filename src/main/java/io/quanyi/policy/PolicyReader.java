package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the rule files of one policy version and holds them against each other. */
final class PolicyReader {

    private static final int LONGEST_NAME = 100;

    /** Windows opens a device for these, whatever follows the first dot. */
    private static final String DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private static final String NAME = "(?!(" + DEVICE + ")$)[a-z0-9]+(-[a-z0-9]+)*";

    private final Catalogue catalogue;
    private final Faults faults;
    private final List<Rule> rules = new ArrayList<>();

    private PolicyReader(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /** The rules of all {@code .drl} files given; the faults of all of them are added. */
    static Policy read(String programme, String version, PolicyFiles files, Catalogue catalogue, Faults faults) {
        PolicyReader reader = new PolicyReader(catalogue, faults);
        reader.readAll(files.own(), programme, UnaryOperator.identity());
        SharedPolicy shared = files.shared();
        if (shared != null) {
            reader.readAll(files.sharedFiles(), shared.from(), rule -> rule.with(shared.here(rule.info())));
        }
        PolicyChecks.together(reader.rules, faults);
        OpenOutcomes.refuseTooMany(reader.rules, catalogue, faults);
        reader.rules.sort(Comparator.comparing(Rule::id));
        return new Policy(version, reader.rules);
    }

    private void readAll(List<SourceFile> files, String owner, UnaryOperator<Rule> adapted) {
        files.stream().filter(file -> file.path().endsWith(".drl")).forEach(file -> readFile(file, owner, adapted));
    }

    private void readFile(SourceFile file, String owner, UnaryOperator<Rule> adapted) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String base = name.substring(0, name.length() - ".drl".length());
        if (base.length() > LONGEST_NAME || !base.matches(NAME)) {
            faults.add(Fault.at(Position.of(file.path()), "file-name", name));
            return;
        }
        String expected = (owner + "." + base).replace('-', '_');
        for (Rule rule : RuleFileReader.read(file, expected, catalogue, faults)) {
            PolicyChecks.alone(rule, faults);
            rules.add(adapted.apply(rule));
        }
    }
}
