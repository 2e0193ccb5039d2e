package io.quanyi.policy.edit;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.policy.reading.RuleSource;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All shipped files of rules, with what is needed to read them. */
final class ShippedRules {

    static final SourceTree TREE = SourceTree.ofFolder(Path.of("rules"));

    private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

    private ShippedRules() {}

    /** All files, of all programmes. */
    static Stream<SourceFile> files() {
        return TREE.under("").stream().filter(file -> file.path().endsWith(".drl"));
    }

    /** The newest catalogue of a programme. */
    static Catalogue catalogue(String programme) {
        return CATALOGUES.computeIfAbsent(programme, ShippedRules::read);
    }

    private static Catalogue read(String programme) {
        SourceFile newest = TREE.under(programme + "/catalogue/").stream()
                .reduce((one, other) -> other)
                .orElseThrow();
        return Objects.requireNonNull(CatalogueReader.read(newest, "1", new Faults()));
    }

    /** The rules of a file as understood; it must have no fault. */
    static Policy understood(SourceFile file, Catalogue catalogue) {
        Faults faults = new Faults();
        RuleSource source = new RuleSource(programme(file), List.of(file), UnaryOperator.identity());
        Policy policy = PolicyReader.read("1", List.of(source), catalogue, faults);
        faults.throwIfAny();
        return policy;
    }

    static String programme(SourceFile file) {
        return file.path().substring(0, file.path().indexOf('/'));
    }
}
