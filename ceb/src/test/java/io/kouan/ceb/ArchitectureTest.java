package io.kouan.ceb;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private final JavaClasses library = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kouan.ceb");

    @Test
    void importsNothingButTheJdkAndItsFewLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.kouan.ceb..",
                        "java..",
                        "javax.xml..",
                        "javax.crypto..",
                        "javax.security.auth.x500",
                        "org.xml.sax..",
                        "org.w3c.dom..",
                        "org.jspecify.annotations",
                        "org.snakeyaml.engine..",
                        "de.siegmar.fastcsv..",
                        "com.fasterxml.aalto..",
                        "org.codehaus.stax2..",
                        "org.bouncycastle.."))
                .because("the message library is published as an SDK: no framework, no logging, few dependencies")
                .check(library);
    }

    @Test
    void takesTheTimeFromItsCaller() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "reads the clock of the machine",
                        call -> call.getTarget().getName().equals("now")
                                && TIMES.stream()
                                        .anyMatch(
                                                time -> owner(call.getTarget()).equals(time.getName()))
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .because("time comes from an injected clock, so that tests and the sandbox can move it")
                .check(library);
    }

    @Test
    void neverSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("waiting is for a condition, not for time")
                .check(library);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.kouan.ceb.(*)..").should().beFreeOfCycles().check(library);
    }

    private static String owner(com.tngtech.archunit.core.domain.AccessTarget target) {
        return target.getOwner().getName();
    }
}
