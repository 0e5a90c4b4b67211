package io.jenkins.plugins.networkshell.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine's rooms, from the wire up: each knows only those before it in this list. */
@AnalyzeClasses(
        packages = "io.jenkins.plugins.networkshell.engine",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeArchives.class})
class PackageOrderTest {
    private static final String ENGINE = "io.jenkins.plugins.networkshell.engine";
    private static final int MOST_CLASSES = 30;

    /** Each package by itself; {@code ..} takes those below it along. */
    private static final List<String> ORDER = List.of(
            "",
            ".error",
            ".text",
            ".target",
            ".target.openssh",
            ".ssh.event",
            ".ssh.task",
            ".ssh.key",
            ".ssh.channel",
            ".ssh.kex",
            ".ssh.handshake",
            ".ssh.auth",
            ".ssh.link",
            ".ssh",
            ".terminal",
            ".platform..",
            ".shell..",
            ".record",
            ".exec",
            ".files",
            ".files.sftp",
            ".files.scp",
            ".files.copy",
            ".files.access",
            ".session..",
            ".backup",
            ".backup.capture",
            ".backup.change",
            ".backup.archive",
            ".backup.git",
            ".backup.report",
            ".backup.input",
            ".backup.credential",
            ".backup.inventory",
            ".backup.fleet",
            ".backup.run",
            ".trial");

    @ArchTest
    static void noRoomSeesOneBelowIt(JavaClasses classes) {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] below = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(room -> ENGINE + room)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ENGINE + ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void everyPackageHasItsPlaceInTheOrder(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> ORDER.stream()
                        .anyMatch(room -> room.endsWith("..")
                                ? (name + ".").startsWith(ENGINE + room.substring(0, room.length() - 1))
                                : name.equals(ENGINE + room)));
    }

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
        assertThat(sizes.entrySet()).allMatch(entry -> entry.getValue() <= MOST_CLASSES);
    }

    @ArchTest
    static final ArchRule ONLY_SSH_SEES_SSHJ = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE + ".ssh..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.schmizz..", "com.hierynomus..");

    @ArchTest
    static final ArchRule THE_INSIDE_OF_SSH_STAYS_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE + ".ssh..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + ".ssh.task",
                    ENGINE + ".ssh.key",
                    ENGINE + ".ssh.channel",
                    ENGINE + ".ssh.kex",
                    ENGINE + ".ssh.auth",
                    ENGINE + ".ssh.link");

    @ArchTest
    static final ArchRule NOTHING_SEES_JENKINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "com.cloudbees..");
}
