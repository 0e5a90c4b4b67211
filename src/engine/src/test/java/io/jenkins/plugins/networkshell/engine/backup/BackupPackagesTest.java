package io.jenkins.plugins.networkshell.engine.backup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the backup stand on each other, never in a circle. */
@AnalyzeClasses(
        packages = "io.jenkins.plugins.networkshell.engine.backup",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BackupPackagesTest {
    private static final String BACKUP = "io.jenkins.plugins.networkshell.engine.backup";

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching(BACKUP + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule VALUES_KNOW_NOTHING_ABOVE_THEM = noClasses()
            .that()
            .resideInAPackage(BACKUP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BACKUP + ".*..");

    @ArchTest
    static final ArchRule ONLY_GIT_SEES_JGIT = noClasses()
            .that()
            .resideOutsideOfPackage(BACKUP + ".git")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule CHANGES_KNOW_NEITHER_ARCHIVES_NOR_CAPTURES = noClasses()
            .that()
            .resideInAPackage(BACKUP + ".change")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BACKUP + ".archive", BACKUP + ".capture", BACKUP);
}
