package io.quanyi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Role;
import io.quanyi.workshop.Quanyi;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks which packages each package may depend on, and the rules that concern all packages. */
class StructureTests {

    /** Feature → the other features that it may use, its packages called {@code web} apart. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("source", Set.of("text")),
            Map.entry("servicetime", Set.of()),
            Map.entry("work", Set.of()),
            Map.entry("facts", Set.of("servicetime")),
            Map.entry("catalogue", Set.of("facts", "servicetime", "source", "text")),
            Map.entry("decision", Set.of("facts", "catalogue", "servicetime", "source", "text")),
            Map.entry("policy", Set.of("decision", "facts", "catalogue", "servicetime", "source", "text")),
            Map.entry("impact", Set.of("decision", "facts", "catalogue", "servicetime", "text", "source", "work")),
            Map.entry("explain", Set.of("decision", "catalogue", "facts", "servicetime", "source", "text")),
            Map.entry(
                    "checks",
                    Set.of(
                            "impact",
                            "policy",
                            "decision",
                            "catalogue",
                            "facts",
                            "servicetime",
                            "source",
                            "text",
                            "work")),
            Map.entry(
                    "coverage",
                    Set.of(
                            "policy",
                            "checks",
                            "impact",
                            "decision",
                            "catalogue",
                            "facts",
                            "servicetime",
                            "source",
                            "text")),
            Map.entry("store", Set.of("source", "text")),
            Map.entry(
                    "release",
                    Set.of(
                            "store",
                            "checks",
                            "impact",
                            "policy",
                            "decision",
                            "catalogue",
                            "servicetime",
                            "source",
                            "text",
                            "process",
                            "work")),
            Map.entry(
                    "workshop",
                    Set.of(
                            "work",
                            "access",
                            "process",
                            "impact",
                            "coverage",
                            "explain",
                            "wire",
                            "servicetime",
                            "release",
                            "checks",
                            "policy",
                            "decision",
                            "catalogue",
                            "facts",
                            "source",
                            "text")),
            Map.entry("access", Set.of("web", "wire", "text", "source", "log", "settings")),
            Map.entry("log", Set.of("process")),
            Map.entry("settings", Set.of("text")),
            Map.entry("wire", Set.of("source", "text")),
            Map.entry("web", Set.of("process", "source", "text", "wire", "log")));

    /** Feature → the features that its packages called {@code web} may use as well. */
    private static final Map<String, Set<String>> WEB_MAY_ALSO_USE =
            Map.of("decision", Set.of("web", "wire", "log"), "release", Set.of("web", "wire", "access", "facts"));

    private static final String ROOT = "io.quanyi";

    /** Package inside a feature → the other packages of the feature that it may use. */
    private static final Map<String, Set<String>> MAY_USE_INSIDE = Map.ofEntries(
            Map.entry("impact.budget", Set.of()),
            Map.entry("impact.answer", Set.of()),
            Map.entry("impact.dimension", Set.of("impact.answer", "impact.budget")),
            Map.entry("impact.enumeration", Set.of("impact.dimension", "impact.answer", "impact.budget")),
            Map.entry("impact", Set.of("impact.enumeration", "impact.dimension", "impact.answer", "impact.budget")),
            Map.entry("impact.request", Set.of("impact", "impact.answer")),
            Map.entry("impact.report", Set.of("impact.request", "impact", "impact.dimension", "impact.answer")),
            Map.entry("access.audit", Set.of()),
            Map.entry("access.credentials", Set.of()),
            Map.entry("access", Set.of("access.audit", "access.credentials")),
            Map.entry("web", Set.of()),
            Map.entry("web.coding", Set.of()),
            Map.entry("web.load", Set.of("web", "web.coding")),
            Map.entry("web.memory", Set.of("web", "web.coding")),
            Map.entry("web.json", Set.of("web", "web.load", "web.memory")),
            Map.entry("web.filter", Set.of("web", "web.coding", "web.load")),
            Map.entry("web.description", Set.of("web")),
            Map.entry("decision.release", Set.of()),
            Map.entry("decision.answer", Set.of("decision.release")),
            Map.entry("decision.running", Set.of("decision.answer")),
            Map.entry("decision.request", Set.of("decision.running", "decision.answer", "decision.release")),
            Map.entry("decision.customer", Set.of("decision.request")),
            Map.entry("decision.combination", Set.of("decision.answer", "decision.release")),
            Map.entry(
                    "decision",
                    Set.of(
                            "decision.combination",
                            "decision.request",
                            "decision.running",
                            "decision.answer",
                            "decision.release")),
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
            Map.entry("policy.mutation", Set.of("policy", "policy.reading", "policy.model")),
            Map.entry("release", Set.of()),
            Map.entry("release.answer", Set.of("release")),
            Map.entry("release.live", Set.of("release")),
            Map.entry("release.web", Set.of("release.answer", "release.publish", "release.live", "release")),
            Map.entry("release.change", Set.of("release")),
            Map.entry("release.publish", Set.of("release.change", "release.live", "release")),
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
            Map.entry("store", Set.of()),
            Map.entry("store.folder", Set.of("store")),
            Map.entry("store.git", Set.of("store")),
            Map.entry("workshop.command", Set.of()),
            Map.entry("workshop.check", Set.of("workshop.command")),
            Map.entry("workshop.coverage", Set.of("workshop.command")),
            Map.entry("workshop.explain", Set.of("workshop.command")),
            Map.entry("workshop.impact", Set.of("workshop.command")),
            Map.entry("workshop.index", Set.of("workshop.command")),
            Map.entry("workshop.matrix", Set.of("workshop.command")),
            Map.entry("workshop.publish", Set.of("workshop.command")),
            Map.entry("workshop.scaffold", Set.of("workshop.command")),
            Map.entry(
                    "workshop",
                    Set.of(
                            "workshop.command",
                            "workshop.check",
                            "workshop.coverage",
                            "workshop.explain",
                            "workshop.impact",
                            "workshop.index",
                            "workshop.matrix",
                            "workshop.publish",
                            "workshop.scaffold")));

    /** Packages that only their own feature uses. */
    private static final Set<String> INTERNAL = Set.of(
            "impact.enumeration",
            "impact.dimension",
            "impact.answer",
            "policy.reading",
            "policy.model",
            "release.answer",
            "release.live",
            "release.publish.upload",
            "web.coding",
            "web.load",
            "web.memory",
            "web.json",
            "web.filter");

    /** Packages with more types than a package should have, with the reason. */
    private static final Map<String, String> LARGE =
            Map.ofEntries(Map.entry("facts", "every rule imports the types that it names from one package"));

    private static final int MOST_TYPES = 20;

    private static final JavaClasses CLASSES = new ClassFileImporter()
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

    @Test
    void aPackageHasTwentyTypesAtMostOrAReason() {
        assertThat(packages()
                        .filter(one -> one.getClasses().stream()
                                        .filter(type -> type.isTopLevelClass()
                                                && !type.isArray()
                                                && !type.getName().endsWith("package-info"))
                                        .count()
                                > MOST_TYPES)
                        .map(one -> one.getName().substring(ROOT.length() + 1)))
                .containsExactlyInAnyOrderElementsOf(LARGE.keySet());
    }

    @Test
    void serviceTimeAndFactsUseOnlyTheJdk() {
        check(classes()
                .that()
                .resideInAnyPackage(tree("servicetime"), tree("facts"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", tree("servicetime"), tree("facts")));
    }

    @Test
    void onlyPolicyUsesDrools() {
        check(noClasses()
                .that(resideOutsideOfPackage(tree("policy")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie.."));
    }

    /** Its comparison and merge of lines need no repository. */
    @Test
    void onlyTheStoreUsesGitButForTheMergeOfLines() {
        check(noClasses()
                .that(resideOutsideOfPackages(tree("store.git"), ROOT + ".release.change"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jgit.."));
        check(noClasses()
                .that(resideInAPackage(ROOT + ".release.change"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.eclipse.jgit..")
                        .and(resideOutsideOfPackages("org.eclipse.jgit.diff..", "org.eclipse.jgit.merge.."))));
    }

    @Test
    void theDomainIsFreeOfSpring() {
        var domain = Stream.of(
                        "store",
                        "servicetime",
                        "facts",
                        "catalogue",
                        "decision",
                        "policy",
                        "checks",
                        "impact",
                        "explain",
                        "coverage")
                .map(StructureTests::tree)
                .toArray(String[]::new);
        check(noClasses()
                .that(resideInAnyPackage(domain).and(resideOutsideOfPackage("..web..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
    }

    @Test
    void theCommandLineNeedsNoSpring() {
        check(noClasses()
                .that(resideInAPackage(tree("workshop")).or(belongToAnyOf(ApiKey.class, Role.class)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
    }

    @Test
    void jacksonIsTheThirdOnly() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."));
    }

    @Test
    void timeComesFromAnInjectedClock() {
        check(noClasses()
                .that(not(resideInAPackage(ROOT)).and(not(belongToAnyOf(Quanyi.class))))
                .should()
                .accessTargetWhere(describe("reads the system's clock or zone", StructureTests::readsTheSystem)));
    }

    @Test
    void noComponentOfAFactHidesFromRules() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(tree("facts"))
                .should()
                .haveNameStartingWith("is")
                .because("a rule cannot read a record component whose name begins with 'is'"));
    }

    @Test
    void packagesAreNamedForWhatTheyDo() {
        check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..", "..service.."));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void webPackagesOfFeaturesAreClosed() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + ".*.web..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate());
    }

    /** A class of HTTP is public only where a class of another package uses it. Uses of constants alone leave no trace in class files. */
    @Test
    void publicClassesOfHttpAreUsedByOtherPackages() {
        var usedElsewhere = describe(
                "used by another package",
                (JavaClass type) -> type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage())));
        check(classes()
                .that(resideInAnyPackage(tree("web"), tree("access")))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .doNotHaveSimpleName("FilterOrder")
                .should(ArchCondition.from(usedElsewhere)));
    }

    @Test
    void onlyWebPackagesOfReleasesKnowHttp() {
        check(noClasses()
                .that(resideInAPackage(tree("release")).and(resideOutsideOfPackage("..web..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.http..", "org.springframework.web..", "jakarta.servlet.."));
    }

    @Test
    void controllersLiveInWebPackages() {
        check(classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areMetaAnnotatedWith("org.springframework.web.bind.annotation.ControllerAdvice")
                .should()
                .resideInAPackage(ROOT + "..web..")
                .andShould()
                .bePackagePrivate());
    }

    private static boolean readsTheSystem(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return switch (name) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takesAClock(access);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
            case "<init>" -> owner.isEquivalentTo(Date.class);
            default -> owner.isEquivalentTo(Clock.class) && name.startsWith("system");
        };
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static Stream<JavaPackage> packages() {
        var root = CLASSES.getPackage(ROOT);
        return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(p -> !p.getClasses().isEmpty());
    }

    /** The packages called {@code web} of a feature. */
    private static String webOf(String feature) {
        return ROOT + "." + feature + "..web..";
    }

    private static String[] trees(Stream<String> features) {
        return features.map(StructureTests::tree).toArray(String[]::new);
    }

    private static String tree(String feature) {
        return ROOT + "." + feature + "..";
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
