package io.jenkins.plugins.slacknotify.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import hudson.init.Initializer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of which package of the engine may know which other, and which libraries. What is not listed is forbidden. */
final class EngineRules {
    private static final String ROOT = "io.jenkins.plugins.slacknotify";
    private static final String SANDBOX = ROOT + ".sandbox..";
    private static final DescribedPredicate<JavaClass> RUNS =
            resideInAnyPackage("hudson.model..", "org.jenkinsci.plugins.workflow..");
    private static final List<String> EVERYWHERE = List.of("java..", "edu.umd.cs.findbugs.annotations..");
    private static final List<String> GSON = List.of("com.google.gson..");

    private static final List<String> OKHTTP = List.of("okhttp3..", "okio..", "kotlin..", "javax.net..");
    private static final List<String> BELOW_ENGINE =
            own("event", "routing", "people", "message", "memory", "outbox", "slack", "subscription");

    private static final Set<String> DELIVERIES =
            Set.of(ROOT + ".outbox.delivery.Delivery", ROOT + ".outbox.delivery.DeliveryHead");

    private static final String SETTINGS = ROOT + ".config.SlackNotifyConfiguration";
    private static final String CHANGE = ROOT + ".config.SettingsChange";
    private static final Pattern SETTER =
            Pattern.compile("set[A-Z].*|replace|replaceRouting|changeInbound|workspaceRenamed|save|write");

    /** A room of its own has a list of its own; what is said of its package does not count for it. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            entry("event", List.of()),
            entry("routing", own("event", "slack.id")),
            entry("subscription", with(own("event", "routing", "message", "outbox"), GSON)),
            entry("memory", GSON),
            entry("people", with(own("event", "slack", "memory"), GSON)),
            entry("manifest", with(own("inbound", "outbox.disk"), GSON)),
            entry("message", with(own("event", "slack.id"), GSON, List.of("com.slack.api.model.."))),
            entry("outbox", GSON),
            entry("slack", with(GSON, OKHTTP, List.of("com.slack.api.."))),
            entry("engine", BELOW_ENGINE),
            // What is stored is written in one room.
            entry("engine.stored", with(BELOW_ENGINE, GSON, own("engine.notification", "engine.receipt"))),
            entry("inbound", with(own("event", "slack", "memory", "outbox"), GSON, List.of("javax.crypto.."))),
            entry("inbound.socket", with(own("inbound", "slack", "memory", "outbox"), GSON, OKHTTP)),
            entry("installation", with(own("slack", "memory", "outbox"), GSON)),
            entry(
                    "interaction",
                    with(
                            own(
                                    "event",
                                    "inbound",
                                    "people",
                                    "message",
                                    "routing",
                                    "slack",
                                    "memory",
                                    "outbox",
                                    "subscription"),
                            GSON,
                            // Seals the buttons that do a command.
                            List.of("javax.crypto.."))));

    /** Packages that have a place, and nothing in it yet. */
    private static final Set<String> TO_COME = Set.of();

    private EngineRules() {}

    static Stream<String> packages() {
        return ALLOWED.keySet().stream().sorted();
    }

    /** The allow-list of one package. */
    static ArchRule keepsItsPlace(String name) {
        List<String> allowed = with(EVERYWHERE, own(name), ALLOWED.get(name));
        return classes()
                .that(resideInAnyPackage(ROOT + "." + name + "..").and(not(resideInAnyPackage(rooms(name)))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .allowEmptyShould(TO_COME.contains(name));
    }

    private static String[] rooms(String name) {
        return packages()
                .filter(other -> other.startsWith(name + "."))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
    }

    /** The sandbox checks the plugin, so neither may take the other's word for anything. */
    static ArchRule sandboxSharesNothing() {
        return noClasses()
                .that()
                .resideInAPackage(SANDBOX)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(not(resideInAnyPackage(SANDBOX))));
    }

    static ArchRule pluginDoesNotKnowTheSandbox() {
        return noClasses().should().dependOnClassesThat(resideInAnyPackage(SANDBOX));
    }

    /** Whoever asks a run for a time and makes a key has made the key of that run, of one of several times perhaps. */
    static ArchRule keysOfRunsAreMadeInOnePlace() {
        return noClasses()
                .that(ask("getStartTimeInMillis", "getTimeInMillis", "getTimestamp", "getTime"))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".config.build.BuildKeys")
                .should()
                .callConstructorWhere(target(owner(name(ROOT + ".event.build.BuildKey"))));
    }

    /** What a notifier cannot do at the start must not keep Jenkins from starting. */
    static ArchRule initializersLetJenkinsStart() {
        return methods()
                .that()
                .areAnnotatedWith(Initializer.class)
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "an @Initializer that is not fatal",
                        annotation -> annotation.getRawType().isEquivalentTo(Initializer.class)
                                && annotation
                                        .get("fatal")
                                        .filter(Boolean.FALSE::equals)
                                        .isPresent()));
    }

    /** The rooms of slack say what may be asked of Slack, so that what comes of it is known. */
    static ArchRule callsAreMadeByTheRoomsOfSlack() {
        String api = ROOT + ".slack.api.";
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".slack..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(Pattern.quote(api) + "(WebApi|ApiCall|ApiResponse)");
    }

    /** A state that the outbox does not write down is worth nothing. */
    static ArchRule statesOfDeliveriesAreChangedByTheOutbox() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".outbox..")
                .should()
                .accessTargetWhere(changesADelivery());
    }

    /** By a constructor, or by a method that returns its own type. The delivery of an entry that was just accepted is no change. */
    private static DescribedPredicate<JavaAccess<?>> changesADelivery() {
        return DescribedPredicate.describe(
                "change the state of a delivery",
                access -> DELIVERIES.contains(access.getTargetOwner().getName())
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                                || target.getRawReturnType().equals(access.getTargetOwner()))
                        && !target.getName().equals("accepted"));
    }

    /** Whoever changes the settings of the whole system waits for others, and learns of what the disk did not take. */
    static ArchRule settingsAreChangedInOnePlace() {
        return noClasses()
                .that(not(name(SETTINGS)).and(not(name(CHANGE))))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "change the settings without SettingsChange",
                        access -> isSetterOfSettings(access) && !isWithinAChange(access, Set.of())));
    }

    private static boolean isSetterOfSettings(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(SETTINGS)
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && SETTER.matcher(target.getName()).matches();
    }

    /** Within a step of a change, or in code that is only called there. */
    private static boolean isWithinAChange(JavaAccess<?> access, Set<JavaCodeUnit> passed) {
        JavaCodeUnit origin = access.getOrigin();
        if (access.isDeclaredInLambda() && makesAChange(origin)) {
            return true;
        }
        Set<JavaCodeUnit> further =
                Stream.concat(passed.stream(), Stream.of(origin)).collect(Collectors.toSet());
        Set<JavaAccess<?>> callers = new HashSet<>(origin.getAccessesToSelf());
        return !passed.contains(origin)
                && !callers.isEmpty()
                && callers.stream().allMatch(caller -> isWithinAChange(caller, further));
    }

    private static boolean makesAChange(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTargetOwner)
                .anyMatch(owner -> owner.getName().equals(CHANGE));
    }

    private static DescribedPredicate<JavaClass> ask(String... times) {
        return DescribedPredicate.describe(
                "ask a run for a time",
                type -> type.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(target -> List.of(times).contains(target.getName()) && RUNS.test(target.getOwner())));
    }

    private static List<String> own(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toList();
    }

    @SafeVarargs
    private static List<String> with(List<String>... some) {
        return Arrays.stream(some).flatMap(List::stream).toList();
    }
}
