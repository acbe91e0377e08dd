package io.bellwether.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The application's packages form no cycle, and only the server knows the web framework. */
class PackagesTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bellwether.app");

    @Test
    void noPackagesFormACycle() {
        slices().matching("io.bellwether.app.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void onlyTheServerKnowsTheWebFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.bellwether.app.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.springdoc..", "io.swagger..", "jakarta.servlet..", "org.apache..")
                .allowEmptyShould(true)
                .check(APP);
    }
}
