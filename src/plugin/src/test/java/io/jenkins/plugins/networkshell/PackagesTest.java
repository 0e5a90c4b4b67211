package io.jenkins.plugins.networkshell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.networkshell.run.AgentPreparation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The order of the packages of the plugin. */
class PackagesTest {
    private static final String PLUGIN = "io.jenkins.plugins.networkshell";
    private static final String SSH = PLUGIN + ".engine.ssh";
    private static final int MOST_CLASSES = 30;
    /** As in docs/architecture.md: each package knows only those before it. */
    private static final List<String> ORDER = List.of(
            "credentials",
            "console",
            "artifact",
            "knownhosts",
            "config",
            "hostkeys",
            "backup.store",
            "backup.page",
            "parameter",
            "form",
            "step",
            "connection",
            "recognition",
            "session",
            "exec",
            "files",
            "plan",
            "run",
            "backup.shard",
            "backup.inventory",
            "backup.step",
            "backup.agents",
            "backup.run");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOptions(List.of(
                    new ImportOption.DoNotIncludeTests(),
                    new ImportOption.DoNotIncludeJars(),
                    location -> location.contains("/plugin/")))
            .importPackages(PLUGIN);

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching(PLUGIN + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPackageSeesOneBelowIt() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] below = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(name -> PLUGIN + "." + name)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(PLUGIN + "." + ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> name.equals(PLUGIN) || ORDER.contains(name.substring(PLUGIN.length() + 1)));
    }

    @Test
    void stepsAreOnTop() {
        noClasses()
                .that()
                .resideInAPackage(PLUGIN + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PLUGIN)
                .check(CLASSES);
    }

    /** A package says what lives there, and what must not. */
    @Test
    void everyPackageIsDescribed() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName))
                .containsAll(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .toList());
    }

    @Test
    void noPackageIsTooLarge() {
        Map<String, Integer> sizes = new TreeMap<>();
        CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getSimpleName().equals("Messages")) // generated
                .forEach(type -> sizes.merge(type.getPackageName(), 1, Integer::sum));
        assertThat(sizes).containsKey(PLUGIN);
        assertThat(sizes.entrySet()).allMatch(entry -> entry.getValue() <= MOST_CLASSES);
    }

    /** The library below is the engine's own business; only its jar has to be named where agents get it. */
    @Test
    void onlyThePreparationOfAgentsSeesSshj() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(AgentPreparation.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.schmizz..")
                .check(CLASSES);
    }

    @Test
    void onlyThePublicFaceOfSshIsSeen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SSH + ".task",
                        SSH + ".key",
                        SSH + ".channel",
                        SSH + ".kex",
                        SSH + ".auth",
                        SSH + ".link",
                        SSH + ".handshake")
                .check(CLASSES);
    }
}
