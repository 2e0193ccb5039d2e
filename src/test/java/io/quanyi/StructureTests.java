package io.quanyi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks which packages each package may depend on. */
class StructureTests {

    /** Feature → the other features that it may use, its packages called {@code web} apart. */
    private static final Map<String, Set<String>> MAY_USE = uses("""
            text:
            process:
            digest:
            source: text digest
            servicetime:
            work:
            facts: servicetime
            catalogue: facts servicetime source text
            decision: facts catalogue servicetime source text digest wire
            policy: decision facts catalogue servicetime source text
            impact: decision facts catalogue servicetime text source work
            explain: decision catalogue facts servicetime source text
            checks: impact policy decision catalogue facts servicetime source text work
            coverage: policy checks impact decision catalogue facts servicetime source text work
            console: checks coverage impact release store decision explain policy catalogue facts servicetime access web wire log settings text source work
            store: source text digest
            release: store checks coverage impact policy decision catalogue servicetime source text process work
            workshop: store digest work access process impact coverage explain wire servicetime release checks policy decision catalogue facts source text
            access: web wire text source log settings digest work
            log: process settings work
            settings: text
            wire: source text
            web: process source text wire log
            mcp: decision access log web wire source text
            ofrep: release decision access log web wire source text digest
            authzen: decision catalogue source text log wire digest
            """);

    /** Feature → the features that its packages called {@code web} may use as well. */
    private static final Map<String, Set<String>> WEB_MAY_ALSO_USE = Map.of(
            "authzen", Set.of("web", "release", "settings"),
            "decision", Set.of("web", "log"),
            "explain", Set.of("web"),
            "release", Set.of("web", "wire", "access", "facts"));

    static final String ROOT = "io.quanyi";

    /** Package inside a feature → the other packages of the feature that it may use. */
    private static final Map<String, Set<String>> MAY_USE_INSIDE = Map.ofEntries(
            Map.entry("impact.budget", Set.of()),
            Map.entry("impact.answer", Set.of()),
            Map.entry("impact.term", Set.of("impact.answer")),
            Map.entry("impact.value", Set.of()),
            Map.entry("impact.usage", Set.of("impact.value", "impact.budget")),
            Map.entry(
                    "impact.dimension",
                    Set.of("impact.usage", "impact.value", "impact.term", "impact.answer", "impact.budget")),
            Map.entry(
                    "impact.enumeration",
                    Set.of("impact.dimension", "impact.value", "impact.term", "impact.answer", "impact.budget")),
            Map.entry(
                    "impact",
                    Set.of(
                            "impact.enumeration",
                            "impact.dimension",
                            "impact.usage",
                            "impact.value",
                            "impact.term",
                            "impact.answer",
                            "impact.budget")),
            Map.entry("impact.request", Set.of("impact", "impact.answer", "impact.term")),
            Map.entry("impact.census", Set.of("impact", "impact.term")),
            Map.entry(
                    "impact.report",
                    Set.of(
                            "impact.request",
                            "impact.census",
                            "impact",
                            "impact.dimension",
                            "impact.value",
                            "impact.term",
                            "impact.answer")),
            Map.entry("source", Set.of()),
            Map.entry("source.edit", Set.of("source")),
            Map.entry("source.refusal", Set.of("source")),
            Map.entry("catalogue", Set.of()),
            Map.entry("catalogue.calendar", Set.of("catalogue")),
            Map.entry("catalogue.edit", Set.of("catalogue.calendar", "catalogue")),
            Map.entry("access.audit", Set.of()),
            Map.entry("access.credentials", Set.of()),
            Map.entry("access", Set.of("access.audit", "access.credentials")),
            Map.entry("web.standard", Set.of()),
            Map.entry("web.page", Set.of()),
            Map.entry("web", Set.of("web.page", "web.standard")),
            Map.entry("web.coding", Set.of()),
            Map.entry("web.load", Set.of("web", "web.coding", "web.standard")),
            Map.entry("web.memory", Set.of("web", "web.coding")),
            Map.entry("web.json", Set.of("web", "web.load", "web.memory", "web.standard")),
            Map.entry("web.filter", Set.of("web", "web.coding", "web.load", "web.standard")),
            Map.entry("web.description", Set.of("web")),
            Map.entry("web.operation", Set.of()),
            Map.entry("checks.remark", Set.of()),
            Map.entry("checks", Set.of("checks.remark")),
            Map.entry("decision.release", Set.of()),
            Map.entry("decision.answer", Set.of("decision.release")),
            Map.entry("decision.running", Set.of("decision.answer")),
            Map.entry("decision.request", Set.of("decision.running", "decision.answer", "decision.release")),
            Map.entry(
                    "decision.request.check",
                    Set.of("decision.request", "decision.running", "decision.answer", "decision.release")),
            Map.entry("decision.customer", Set.of("decision.request")),
            Map.entry(
                    "decision.document",
                    Set.of(
                            "decision.advice",
                            "decision.customer",
                            "decision.request",
                            "decision.answer",
                            "decision.release")),
            Map.entry("decision.combination", Set.of("decision.answer", "decision.release")),
            Map.entry(
                    "decision",
                    Set.of(
                            "decision.combination",
                            "decision.request",
                            "decision.request.check",
                            "decision.running",
                            "decision.answer",
                            "decision.release")),
            Map.entry(
                    "decision.needs",
                    Set.of("decision.customer", "decision.request", "decision.answer", "decision.release")),
            Map.entry(
                    "decision.advice",
                    Set.of(
                            "decision",
                            "decision.combination",
                            "decision.customer",
                            "decision.request",
                            "decision.answer",
                            "decision.release")),
            Map.entry("policy.model", Set.of()),
            Map.entry("policy.reading", Set.of("policy.model")),
            Map.entry("policy", Set.of("policy.reading", "policy.model")),
            Map.entry("policy.edit", Set.of("policy.reading", "policy.model")),
            Map.entry("policy.mutation", Set.of("policy", "policy.reading", "policy.model")),
            Map.entry("release", Set.of()),
            Map.entry("release.answer", Set.of("release")),
            Map.entry("release.live", Set.of("release")),
            Map.entry("release.web", Set.of("release.answer", "release.publish", "release.live", "release")),
            Map.entry("release.web.review", Set.of("release.web", "release.live", "release")),
            Map.entry("release.change", Set.of("release")),
            Map.entry("release.publish", Set.of("release.change", "release.live", "release")),
            Map.entry("release.draft.comment", Set.of("release.live")),
            Map.entry(
                    "release.draft",
                    Set.of("release.draft.comment", "release.change", "release.publish", "release.live", "release")),
            Map.entry("release.job", Set.of("release")),
            Map.entry("release.impact", Set.of("release.job", "release.publish", "release")),
            Map.entry(
                    "release.draft.job",
                    Set.of(
                            "release.draft",
                            "release.impact",
                            "release.job",
                            "release.publish",
                            "release.live",
                            "release")),
            Map.entry("release.publish.upload", Set.of("release.publish")),
            Map.entry(
                    "release.publish.web",
                    Set.of(
                            "release.publish",
                            "release.publish.upload",
                            "release.answer",
                            "release.change",
                            "release.live",
                            "release")),
            Map.entry(
                    "release.publish.web.draft",
                    Set.of(
                            "release.publish.web",
                            "release.draft.comment",
                            "release.draft",
                            "release.publish",
                            "release.answer",
                            "release.live",
                            "release")),
            Map.entry(
                    "release.publish.web.draft.comment",
                    Set.of("release.publish.web", "release.draft.comment", "release.draft")),
            Map.entry(
                    "release.publish.web.draft.job",
                    Set.of(
                            "release.publish.web.draft",
                            "release.draft.job",
                            "release.impact",
                            "release.job",
                            "release.draft")),
            Map.entry(
                    "release.publish.web.impact",
                    Set.of("release.publish.web", "release.publish", "release.live", "release")),
            Map.entry("authzen", Set.of()),
            Map.entry("authzen.search", Set.of("authzen")),
            Map.entry("authzen.web", Set.of("authzen.search", "authzen")),
            Map.entry("console.session", Set.of()),
            Map.entry("console", Set.of("console.session")),
            Map.entry("console.signin", Set.of("console", "console.session")),
            Map.entry("console.refusal", Set.of("console")),
            Map.entry("console.start", Set.of("console")),
            Map.entry("console.matrix", Set.of("console")),
            Map.entry("console.document", Set.of("console", "console.history")),
            Map.entry("console.ask", Set.of("console")),
            Map.entry("console.activity", Set.of("console")),
            Map.entry(
                    "console.history",
                    Set.of("console", "console.activity", "console.impact", "console.job", "console.matrix")),
            Map.entry("console.operation", Set.of("console")),
            Map.entry("console.rule", Set.of("console.draft", "console.draft.cases", "console.matrix", "console")),
            Map.entry("console.job", Set.of("console")),
            Map.entry("console.impact", Set.of("console")),
            Map.entry("console.draft", Set.of("console.impact", "console.job", "console")),
            Map.entry("console.draft.cases", Set.of("console.draft", "console")),
            Map.entry("console.calendar", Set.of("console.job", "console")),
            Map.entry("console.draft.impact", Set.of("console.draft", "console.impact", "console")),
            Map.entry("console.draft.comment", Set.of("console.draft", "console.impact", "console")),
            Map.entry("console.draft.text", Set.of("console.draft", "console")),
            Map.entry("console.catalogue", Set.of("console", "console.draft", "console.history")),
            Map.entry("coverage", Set.of()),
            Map.entry("coverage.missing", Set.of("coverage")),
            Map.entry("store", Set.of()),
            Map.entry("store.folder", Set.of("store")),
            Map.entry("store.git", Set.of("store", "store.folder")),
            Map.entry("store.git.draft", Set.of("store", "store.folder", "store.git")),
            Map.entry("store.postgresql", Set.of("store", "store.folder")),
            Map.entry(
                    "store.copy", Set.of("store", "store.folder", "store.git", "store.git.draft", "store.postgresql")),
            Map.entry("workshop.command", Set.of()),
            Map.entry("workshop.check", Set.of("workshop.command")),
            Map.entry("workshop.coverage", Set.of("workshop.command", "workshop.scaffold")),
            Map.entry("workshop.decide", Set.of("workshop.command", "workshop.spreadsheet")),
            Map.entry("workshop.explain", Set.of("workshop.command")),
            Map.entry("workshop.guide", Set.of("workshop.command", "workshop.coverage", "workshop.scaffold")),
            Map.entry("workshop.impact", Set.of("workshop.command")),
            Map.entry("workshop.index", Set.of("workshop.command")),
            Map.entry("workshop.matrix", Set.of("workshop.command")),
            Map.entry("workshop.needs", Set.of("workshop.command")),
            Map.entry("workshop.publish", Set.of("workshop.command")),
            Map.entry("workshop.store", Set.of("workshop.command")),
            Map.entry("workshop.spreadsheet", Set.of()),
            Map.entry("workshop.scaffold.notice", Set.of("workshop.command", "workshop.spreadsheet")),
            Map.entry("workshop.scaffold.sample", Set.of()),
            Map.entry(
                    "workshop.scaffold",
                    Set.of("workshop.scaffold.notice", "workshop.scaffold.sample", "workshop.command")),
            Map.entry("workshop.document", Set.of("workshop.command", "workshop.scaffold")),
            Map.entry("workshop.table.words", Set.of()),
            Map.entry(
                    "workshop.table",
                    Set.of("workshop.command", "workshop.scaffold", "workshop.spreadsheet", "workshop.table.words")),
            Map.entry(
                    "workshop",
                    Set.of(
                            "workshop.command",
                            "workshop.check",
                            "workshop.coverage",
                            "workshop.decide",
                            "workshop.document",
                            "workshop.explain",
                            "workshop.guide",
                            "workshop.impact",
                            "workshop.index",
                            "workshop.matrix",
                            "workshop.needs",
                            "workshop.publish",
                            "workshop.scaffold",
                            "workshop.store",
                            "workshop.table")));

    /** Packages that only their own feature uses. */
    private static final Set<String> INTERNAL = Set.of(
            "impact.enumeration",
            "impact.dimension",
            "impact.usage",
            "impact.value",
            "impact.term",
            "impact.answer",
            "policy.reading",
            "policy.model",
            "release.publish.upload",
            "web.coding",
            "web.load",
            "web.memory",
            "web.json",
            "web.filter");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    static Stream<String> features() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureUsesOnlyTheFeaturesItMay(String feature) {
        var allowed = Stream.concat(Stream.of(feature), MAY_USE.getOrDefault(feature, Set.of()).stream());
        check(classes()
                .that(resideInAPackage(tree(feature)).and(not(resideInAPackage(webOf(feature)))))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(trees(allowed)))));
    }

    static Stream<String> featuresWithWebPackages() {
        return WEB_MAY_ALSO_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("featuresWithWebPackages")
    void theWebPackagesOfAFeatureUseOnlyTheFeaturesTheyMay(String feature) {
        Set<String> allowed = new TreeSet<>(Objects.requireNonNull(MAY_USE.get(feature)));
        allowed.addAll(Objects.requireNonNull(WEB_MAY_ALSO_USE.get(feature)));
        allowed.add(feature);
        check(classes()
                .that(resideInAPackage(webOf(feature)))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(trees(allowed.stream())))));
    }

    static Stream<String> webPackages() {
        return packages()
                .map(one -> one.getName().substring(ROOT.length()))
                .filter(name -> name.endsWith(".web") && !name.equals(".web"))
                .map(name -> name.substring(1));
    }

    @ParameterizedTest
    @MethodSource("webPackages")
    void nothingUsesTheWebPackageOfAFeature(String name) {
        var web = tree(name);
        check(noClasses()
                .that(resideOutsideOfPackage(web))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(web));
    }

    @Test
    void everyClassBelongsToAFeatureOrToTheApplication() {
        var known = Stream.concat(Stream.of(ROOT), features().map(StructureTests::tree))
                .toArray(String[]::new);
        check(classes().should().resideInAnyPackage(known));
    }

    @Test
    void featuresAreFreeOfCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    static Stream<String> packagesInside() {
        return MAY_USE_INSIDE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packagesInside")
    void aPackageInsideAFeatureUsesOnlyThePackagesItMay(String name) {
        var feature = name.replaceFirst("\\..*", "");
        var allowed = Stream.concat(Stream.of(name), MAY_USE_INSIDE.getOrDefault(name, Set.of()).stream())
                .map(other -> ROOT + "." + other)
                .toArray(String[]::new);
        check(classes()
                .that(resideInAPackage(ROOT + "." + name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(tree(feature)).or(resideInAnyPackage(allowed))));
    }

    @Test
    void internalPackagesAreUsedByTheirFeatureOnly() {
        for (String name : INTERNAL) {
            check(noClasses()
                    .that(resideOutsideOfPackage(tree(name.replaceFirst("\\..*", ""))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "." + name));
        }
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    static Stream<JavaPackage> packages() {
        var root = CLASSES.getPackage(ROOT);
        return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(p -> !p.getClasses().isEmpty());
    }

    /** Reads lines of a feature, a colon, and what it may use. */
    private static Map<String, Set<String>> uses(String lines) {
        return lines.lines()
                .map(line -> line.split(":", -1))
                .collect(Collectors.toMap(
                        line -> line[0],
                        line -> line[1].isBlank()
                                ? Set.of()
                                : Set.of(line[1].trim().split(" "))));
    }

    /** The packages called {@code web} of a feature. */
    private static String webOf(String feature) {
        return ROOT + "." + feature + "..web..";
    }

    private static String[] trees(Stream<String> features) {
        return features.map(StructureTests::tree).toArray(String[]::new);
    }

    static String tree(String feature) {
        return ROOT + "." + feature + "..";
    }

    static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
