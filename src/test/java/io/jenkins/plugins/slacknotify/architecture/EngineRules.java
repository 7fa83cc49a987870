package io.jenkins.plugins.slacknotify.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package of the engine may know which other, and which libraries. What is not listed is forbidden. */
final class EngineRules {
    private static final String ROOT = "io.jenkins.plugins.slacknotify";
    private static final String SANDBOX = ROOT + ".sandbox..";
    private static final List<String> EVERYWHERE = List.of("java..", "edu.umd.cs.findbugs.annotations..");
    private static final List<String> GSON = List.of("com.google.gson..");

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "event", List.of(),
            "routing", own("event"),
            "memory", GSON,
            "people", with(own("event", "slack", "memory"), GSON),
            "manifest", GSON,
            "message", with(with(own("event"), GSON), List.of("com.slack.api.model..")),
            "outbox", GSON,
            "slack", with(GSON, List.of("com.slack.api..", "okhttp3..", "okio..", "kotlin..", "javax.net..")),
            "engine", with(own("event", "routing", "people", "message", "memory", "outbox", "slack"), GSON));

    private EngineRules() {}

    static Stream<String> packages() {
        return ALLOWED.keySet().stream().sorted();
    }

    /** The allow-list of one package. */
    static ArchRule keepsItsPlace(String name) {
        List<String> allowed = with(with(EVERYWHERE, own(name)), ALLOWED.get(name));
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
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

    private static List<String> own(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toList();
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
