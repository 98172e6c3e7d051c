package cn.lianping.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.lianping.audit.AuditCommand;
import cn.lianping.casefile.TaskDesk;
import cn.lianping.engine.DemoTime;
import cn.lianping.monitoring.RebuildCommand;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "cn.lianping", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "cn.lianping.engine..";

    /** The part of the engine's interface that diagrams call: what a delegate and an expression are given. */
    private static final String GIVEN_TO_DELEGATES = "org.camunda.bpm.engine.delegate..";

    @ArchTest
    static final ArchRule onlyTheEnginePackageKnowsInternals = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..")
                    // the type that the public IdentityService answers with
                    .and(not(DescribedPredicate.<JavaClass>describe(
                            "are not Authentication", type -> type.isEquivalentTo(Authentication.class)))))
            .because("internals change with every engine version and with a fork; one package is enough to mend");

    @ArchTest
    static final ArchRule stagesMeetTheEngineAsDelegatesOnly = noClasses()
            .that(are(not(resideInAPackage(ENGINE)))
                    // the engine's users, groups and rights; the login
                    .and(not(resideInAPackage("cn.lianping.identity..")))
                    .and(not(resideInAPackage("cn.lianping.web..")))
                    // the tabs of a task look the task up; the pre-check evaluates decision tables
                    .and(not(DescribedPredicate.<JavaClass>describe(
                            "are not the task desk", type -> type.getName().startsWith(TaskDesk.class.getName()))))
                    .and(not(resideInAPackage("cn.lianping.precheck..")))
                    // moves tasks between people
                    .and(not(resideInAPackage("cn.lianping.office..")))
                    // reads diagrams as the engine's own model
                    .and(not(resideInAPackage("cn.lianping.design..")))
                    // lead running cases to another version of their diagram, or out of where they got stuck
                    .and(not(resideInAPackage("cn.lianping.migration..")))
                    .and(not(resideInAPackage("cn.lianping.repair..")))
                    // acts as people do in an engine of its own
                    .and(not(resideInAPackage("cn.lianping.rehearsal..")))
                    // takes a case back when a letter posted in time arrives late
                    .and(not(simpleNameEndingWith("CaseProcess"))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..").and(not(resideInAPackage(GIVEN_TO_DELEGATES))))
            .because(
                    "stages speak domain words: rules, delegates and ProcessMessages; a fork is then an import rename");

    @ArchTest
    static final ArchRule nobodySharesAStartingPoint = slices().matching("cn.lianping.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a stage that cannot be read without another one is no stage of its own");

    @ArchTest
    static final ArchRule delegatesAreThin = classes()
            .that()
            .implement(JavaDelegate.class)
            .should(haveOneServiceAndNoMapper())
            .andShould()
            .bePackagePrivate()
            .because(
                    "a delegate maps in, calls one service and maps out; what it decides cannot be reached by a test of the"
                            + " service");

    @ArchTest
    static final ArchRule delegatesAreNamedAfterTheirTask = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .because("the diagrams find #{endNoticeDelegate} by serviceTask_endNotice");

    @ArchTest
    static final ArchRule mappersStayInTheirPackage = classes()
            .that()
            .haveSimpleNameEndingWith("Mapper")
            .and()
            .areInterfaces()
            .should()
            .bePackagePrivate()
            .because("tables belong to one package; others ask its service, which keeps the rules");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)$")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..manager..", "..config..", "..impl..", "..helper..")
            .because("such names tell nothing and attract everything");

    @ArchTest
    static final ArchRule dependenciesArriveThroughConstructors = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .because("what a class needs must be visible where it is made, also in a test");

    @ArchTest
    static final ArchRule datesOfTheEngineStayAtItsBorder = noClasses()
            .that(are(not(resideInAPackage(ENGINE)))
                    // lets the engine's timers pass
                    .and(not(resideInAPackage("cn.lianping.rehearsal..")))
                    .and(not(answerTimesToDiagrams())))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("a Date has no zone; only the engine's timers want one");

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses()
            .that(are(not(DescribedPredicate.<JavaClass>describe(
                            "are not a command",
                            type -> type.isEquivalentTo(AuditCommand.class)
                                    || type.isEquivalentTo(RebuildCommand.class))))
                    .and(not(resideInAPackage("cn.lianping.walkthrough.."))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a server's words belong in its log");

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses()
            .that(are(not(resideInAPackage("cn.lianping.walkthrough.."))
                    // tells how far the moved clock is ahead of the real one
                    .and(not(DescribedPredicate.<JavaClass>describe(
                            "do not move the clock", type -> type.isEquivalentTo(DemoTime.class))))))
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class)
            .because("periods are read from the platform's clock, which the engine follows");

    @ArchTest
    static final ArchRule stagesDoNotKnowTheWeb = noClasses()
            .that()
            .haveSimpleNameEndingWith("Delegate")
            .or()
            .haveSimpleNameEndingWith("Rule")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
            .because("a rule holds however a form arrives");

    private static DescribedPredicate<JavaClass> answerTimesToDiagrams() {
        return DescribedPredicate.describe(
                "answer times to diagrams",
                type -> type.getMethods().stream()
                                .anyMatch(method -> method.getRawReturnType().isAssignableTo(Date.class)
                                        && method.getRawParameterTypes().stream()
                                                .anyMatch(
                                                        parameter -> parameter.isEquivalentTo(DelegateExecution.class)))
                        || type.getSimpleName().equals("RoundCourse"));
    }

    private static ArchCondition<JavaClass> haveOneServiceAndNoMapper() {
        return new ArchCondition<>("have one service and no mapper") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaField> held = type.getFields().stream()
                        .filter(field ->
                                !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                        .toList();
                boolean thin = held.size() == 1
                        && type.getDirectDependenciesFromSelf().stream()
                                .noneMatch(use ->
                                        use.getTargetClass().getSimpleName().endsWith("Mapper"));
                events.add(new SimpleConditionEvent(type, thin, type.getName() + " holds " + held));
            }
        };
    }
}
