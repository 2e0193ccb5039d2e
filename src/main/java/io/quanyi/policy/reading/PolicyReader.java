package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the rule files of one version of a policy and checks them, alone and together. */
public final class PolicyReader {

    private static final int MAX_NAME_LENGTH = 100;

    /** File names that Windows reserves for devices, with any ending after the first dot. */
    private static final String DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private static final String NAME = "(?!(" + DEVICE + ")$)[a-z0-9]+(-[a-z0-9]+)*";

    private final Catalogue catalogue;
    private final Faults faults;
    private final List<Rule> rules = new ArrayList<>();

    private PolicyReader(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /**
     * Reads the rules of all sources.
     *
     * @param version the name of the version
     * @param faults receives the faults of all files
     */
    public static Policy read(String version, List<RuleSource> sources, Catalogue catalogue, Faults faults) {
        PolicyReader reader = new PolicyReader(catalogue, faults);
        sources.forEach(reader::readAll);
        PolicyChecks.together(reader.rules, faults);
        UnknownFactOutcomes.refuseTooMany(reader.rules, catalogue, faults);
        reader.rules.sort(Comparator.comparing(Rule::id));
        return new Policy(version, reader.rules);
    }

    private void readAll(RuleSource source) {
        source.files().stream().filter(file -> file.path().endsWith(".drl")).forEach(file -> readFile(file, source));
    }

    private void readFile(SourceFile file, RuleSource source) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String base = name.substring(0, name.length() - ".drl".length());
        if (base.length() > MAX_NAME_LENGTH || !base.matches(NAME)) {
            faults.add(Fault.at(Position.of(file.path()), "file-name", name));
            return;
        }
        String expected = (source.programme() + "." + base).replace('-', '_');
        for (Rule rule : RuleFileReader.read(file, expected, catalogue, faults)) {
            PolicyChecks.alone(rule, faults);
            rules.add(rule.with(source.citation().apply(rule.info())));
        }
    }
}
