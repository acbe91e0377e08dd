package io.bellwether.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the package table of docs/architecture.md: each package of core may use only those before it. */
class PackageOrderTest {
    private static final String ROOT = "io.bellwether.core.";

    private static final List<String> ORDER = List.of(
            "source",
            "time",
            "unit",
            "definition",
            "expression",
            "catalog",
            "lint",
            "plan",
            "dbt",
            "ossie",
            "sql",
            "judge");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bellwether.core");

    static Stream<String> packagesInOrder() {
        return ORDER.stream();
    }

    @ParameterizedTest
    @MethodSource("packagesInOrder")
    void usesOnlyWhatStandsBefore(String name) {
        var later = IntStream.range(ORDER.indexOf(name) + 1, ORDER.size())
                .mapToObj(index -> ROOT + ORDER.get(index) + "..")
                .toArray(String[]::new);
        if (later.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(CORE);
        }
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CORE.stream()
                        .map(type ->
                                type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0]))
                .isSubsetOf(ORDER);
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("io.bellwether.core.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void touchesNoFilesNetworkOrDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net.http..", "java.nio.channels..", "org.duckdb..")
                .check(CORE);
    }

    @Test
    void readsNoClock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is an argument below a use case")
                .check(CORE);
    }
}
