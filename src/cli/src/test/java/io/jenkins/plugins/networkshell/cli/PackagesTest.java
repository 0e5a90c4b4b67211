package io.jenkins.plugins.networkshell.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** The order of the packages of the command line. */
@AnalyzeClasses(
        packages = "io.jenkins.plugins.networkshell.cli",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeArchives.class})
class PackagesTest {
    private static final String ENGINE = "io.jenkins.plugins.networkshell.engine";
    private static final int MOST_CLASSES = 30;

    @ArchTest
    static final ArchRule NO_CIRCLE_BETWEEN_PACKAGES =
            slices().matching("io.jenkins.plugins.networkshell.(**)").should().beFreeOfCycles();

    /** A package says what lives there, and what must not. */
    @ArchTest
    static void everyPackageIsDescribed(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName))
                .containsAll(classes.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .toList());
    }

    @ArchTest
    static void noPackageIsTooLarge(JavaClasses classes) {
        Map<String, Integer> sizes = new TreeMap<>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> sizes.merge(type.getPackageName(), 1, Integer::sum));
        assertThat(sizes).isNotEmpty();
        assertThat(sizes.entrySet()).allMatch(entry -> entry.getValue() <= MOST_CLASSES);
    }

    /** The library below is the engine's own business. */
    @ArchTest
    static final ArchRule NOBODY_SEES_SSHJ =
            noClasses().should().dependOnClassesThat().resideInAPackage("net.schmizz..");

    @ArchTest
    static final ArchRule ONLY_THE_PUBLIC_FACE_OF_SSH_IS_SEEN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + ".ssh.task",
                    ENGINE + ".ssh.key",
                    ENGINE + ".ssh.channel",
                    ENGINE + ".ssh.kex",
                    ENGINE + ".ssh.auth",
                    ENGINE + ".ssh.link",
                    ENGINE + ".ssh.handshake");
}
