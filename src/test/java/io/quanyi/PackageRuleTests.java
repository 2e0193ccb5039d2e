package io.quanyi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.quanyi.StructureTests.ROOT;
import static io.quanyi.StructureTests.check;
import static io.quanyi.StructureTests.packages;
import static io.quanyi.StructureTests.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Role;
import io.quanyi.workshop.Quanyi;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the rules that concern all packages, and the libraries that each may use. */
class PackageRuleTests {

    /** Packages with more types than a package should have, with the reason. */
    private static final Map<String, String> LARGE =
            Map.ofEntries(Map.entry("facts", "every rule imports the types that it names from one package"));

    private static final int MAX_TYPES = 20;

    @Test
    void aPackageHasTwentyTypesAtMostOrAReason() {
        assertThat(packages()
                        .filter(one -> one.getClasses().stream()
                                        .filter(type -> type.isTopLevelClass()
                                                && !type.isArray()
                                                && !type.getName().endsWith("package-info"))
                                        .count()
                                > MAX_TYPES)
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
    void onlyItsStoreUsesADatabase() {
        check(noClasses()
                .that(resideOutsideOfPackage(tree("store.postgresql")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.postgresql.."));
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
    void onlyTheDocumentsOfDecisionsHaveAFormOnTheWire() {
        check(noClasses()
                .that(resideInAPackage(tree("decision"))
                        .and(resideOutsideOfPackages(tree("decision.document"), tree("decision.web"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tree("wire")));
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
                .accessTargetWhere(describe("reads the system's clock or zone", PackageRuleTests::readsTheSystem)));
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

    /** A feature does not use the endpoints of another, nor does any code that is not about HTTP use endpoints. */
    @ParameterizedTest
    @MethodSource("io.quanyi.StructureTests#featuresWithWebPackages")
    void webPackagesOfAFeatureAreUsedByItsWebPackagesAlone(String feature) {
        String own = ROOT + "." + feature;
        check(classes()
                .that()
                .resideInAPackage(own + ".web..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage(own + ".web..", own + ".*.web.."));
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
    void controllersLiveInWebPackagesTheConsoleOrPackagesOfOtherProtocols() {
        check(classes()
                .that()
                .areNotAnnotations()
                .and(metaAnnotatedWith("org.springframework.stereotype.Controller")
                        .or(metaAnnotatedWith("org.springframework.web.bind.annotation.ControllerAdvice")))
                .should()
                .resideInAnyPackage(ROOT + "..web..", ROOT + ".console..", ROOT + ".mcp", ROOT + ".ofrep")
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
}
