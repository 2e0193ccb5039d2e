package io.quanyi.policy;

import static java.util.Objects.requireNonNull;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;

/** The shipped programme that all others resemble. */
final class GalaxyPolicy {

    static final String PROGRAMME = "kingdee-galaxy-public";

    private static final SourceTree TREE = SourceTree.ofFolder(Path.of("rules", PROGRAMME));

    static final Catalogue CATALOGUE = catalogue();
    static final List<SourceFile> RULES = TREE.under("policy/2025.1/").stream()
            .filter(file -> file.path().endsWith(".drl"))
            .toList();

    private GalaxyPolicy() {}

    static CompiledPolicy compiled() {
        Faults faults = new Faults();
        CompiledPolicy policy = CompiledPolicy.compile(PROGRAMME, "2025.1", new PolicyFiles(RULES), CATALOGUE, faults);
        faults.throwIfAny();
        return requireNonNull(policy);
    }

    private static Catalogue catalogue() {
        Faults faults = new Faults();
        SourceFile file = requireNonNull(TREE.file("catalogue/2025-01-01.yaml"));
        Catalogue catalogue = CatalogueReader.read(file, "2025-01-01", faults);
        faults.throwIfAny();
        return requireNonNull(catalogue);
    }
}
