package io.jenkins.plugins.slacknotify.acceptance.testbed;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.ExtraPlugins;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out test beds and browsers, and skips what cannot run here. The stores close what they hold. */
final class TestBedExtension implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestBedExtension.class);

    /** The extra plugins of the classes that share a Jenkins with them. */
    private static final Set<String> SHARED_EXTRAS = Set.of("build-timeout", "promoted-builds", "rebuild");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (JenkinsLab.find().isEmpty()) {
            return disabled(JenkinsLab.HOW_TO);
        }
        if (!PackagedPlugin.isBuilt()) {
            return disabled(PackagedPlugin.HOW_TO);
        }
        var missing = context.getTestClass().map(TestBedExtension::extraPlugins).orElse(Set.of()).stream()
                .filter(Predicate.not(ExtraPlugins::isAtHand))
                .findFirst();
        if (missing.isPresent()) {
            return disabled(ExtraPlugins.howTo(missing.get()));
        }
        return usesBrowser(context) && !Browser.isAtHand() ? disabled(Browser.HOW_TO) : enabled("all is at hand");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testBed(context).openSystemChannel();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (wish(context).resetAfterEach()) {
            testBed(context).reset();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(TestBed.class, Browser.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBed.class ? testBed(context) : browser(context);
    }

    private static Set<String> extraPlugins(Class<?> test) {
        return Set.of(test.getAnnotation(JenkinsAcceptance.class).extraPlugins());
    }

    /** Where a class wants some, all that any of them wants, as far as they are at hand: so one Jenkins serves all of these classes. */
    private static Set<String> installed(Class<?> test) {
        return extraPlugins(test).isEmpty()
                ? Set.of()
                : Stream.concat(SHARED_EXTRAS.stream(), extraPlugins(test).stream())
                        .filter(ExtraPlugins::isAtHand)
                        .collect(Collectors.toSet());
    }

    private static boolean usesBrowser(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> List.of(method.getParameterTypes()).contains(Browser.class))
                .orElse(false);
    }

    /** One for the class, or for a test of it where each needs a renewed one. */
    private static TestBed testBed(ExtensionContext context) {
        return store(wish(context).renewedForEach() ? context : ofClass(context))
                .computeIfAbsent(Loan.class, key -> loan(context), Loan.class)
                .bed();
    }

    /** The context of a method has a store of its own, which ends with the method. */
    private static ExtensionContext ofClass(ExtensionContext context) {
        var found = context;
        while (found.getTestMethod().isPresent()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    private static Loan loan(ExtensionContext context) {
        var beds = store(context.getRoot())
                .computeIfAbsent(TestBeds.class, key -> new TestBeds(PackagedPlugin.FILE), TestBeds.class);
        var test = context.getRequiredTestClass();
        var wish = wish(context);
        var bed = wish.freshJenkins() ? beds.start(test.getSimpleName(), installed(test)) : beds.take(installed(test));
        return new Loan(bed, wish.ruinsJenkins() ? beds::discard : beds::takeBack);
    }

    /** One for each Jenkins; the page of a test before, which may ask for more all the time, is left and forgotten. */
    private static Browser browser(ExtensionContext context) {
        var browser = testBed(context).browser();
        browser.leave();
        return browser;
    }

    private static JenkinsAcceptance wish(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(JenkinsAcceptance.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
