package io.jenkins.plugins.networkshell.simulator;

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

/** The order of the packages of the simulator, which knows nothing of the engine that it tests. */
@AnalyzeClasses(
        packages = "io.jenkins.plugins.networkshell.simulator",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeArchives.class})
class PackagesTest {
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

    @ArchTest
    static final ArchRule THE_ENGINE_IS_NOT_SEEN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jenkins.plugins.networkshell.engine..", "net.schmizz..");
}
