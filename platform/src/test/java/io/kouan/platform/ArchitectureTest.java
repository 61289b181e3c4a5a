package io.kouan.platform;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the server is built, held by the build. */
class ArchitectureTest {

    private final JavaClasses server = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kouan.platform");

    @Test
    void aud08timeComesFromTheInjectedClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.kouan.platform.port.PortTime")
                .should()
                .callMethodWhere(describe("reads the clock of the machine", ArchitectureTest::readsTheMachinesClock))
                .orShould()
                .callConstructor(Date.class)
                .because("time is a fact of the port: one clock, which tests and the sandbox can move")
                .check(server);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps",
                        call -> call.getTarget().getOwner().isAssignableTo(Thread.class)
                                && call.getTarget().getName().equals("sleep")))
                .because("waiting is for a condition, not for time")
                .check(server);
    }

    @Test
    void theJudgeKnowsNeitherWebNorDatabaseNorFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.kouan.platform.customs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "org.slf4j..")
                .because("what decides is a pure function over records")
                .check(server);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a class says in its constructor what it needs")
                .check(server);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state that everybody shares belongs to nobody")
                .check(server);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto)$")
                .because("such a name says nothing")
                .check(server);
    }

    @Test
    void onlyTheDatabaseModuleKnowsHowPostgresIsRun() {
        classes()
                .that()
                .resideOutsideOfPackage("io.kouan.platform.database")
                .should(not(dependOnClassesThat(resideInAnyPackage("io.zonky..", "org.postgresql..", "com.zaxxer.."))))
                .because("everybody else talks to a DataSource")
                .check(server);
    }

    private static boolean readsTheMachinesClock(JavaMethodCall call) {
        var target = call.getTarget();
        var owner = target.getOwner();
        boolean now = target.getName().equals("now")
                && owner.isAssignableTo(Temporal.class)
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean millis = owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
        boolean system = owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
        return now || millis || system;
    }
}
