package io.jenkins.plugins.slacknotify.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.canary.KnowsTheOutbox;
import io.jenkins.plugins.slacknotify.outbox.canary.UsesALibrary;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the arrows between the packages. The rules are checked in ordinary tests, not by a test engine of their own,
 * and the canaries show that they can fail at all.
 */
class EngineArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.slacknotify";
    private static final JavaClasses PLUGIN = PluginClasses.ALL;
    private static final JavaClasses SANDBOX = PluginClasses.read(new ClassFileImporter(), ROOT + ".sandbox");

    static Stream<String> packages() {
        return EngineRules.packages();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void shouldKeepEveryPackageInItsPlace(String name) {
        EngineRules.keepsItsPlace(name).check(PLUGIN);
    }

    @Test
    void shouldHaveNoCycleBetweenPackages() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PLUGIN);
    }

    @Test
    void shouldShareNothingBetweenThePluginAndTheSandbox() {
        EngineRules.sandboxSharesNothing().check(SANDBOX);
        EngineRules.pluginDoesNotKnowTheSandbox().check(PLUGIN);
    }

    @Test
    void shouldMakeTheKeyOfARunInOnePlace() {
        EngineRules.keysOfRunsAreMadeInOnePlace().check(PLUGIN);
    }

    @Test
    void shouldComplainOfAKeyOfARunThatIsMadeElsewhere() {
        JavaClasses test = new ClassFileImporter().importClasses(MakesAKey.class);

        assertThat(EngineRules.keysOfRunsAreMadeInOnePlace().evaluate(test).hasViolation())
                .isTrue();
    }

    @Test
    void shouldChangeTheStateOfADeliveryInTheOutboxAlone() {
        EngineRules.statesOfDeliveriesAreChangedByTheOutbox().check(PLUGIN);
    }

    @ParameterizedTest
    @ValueSource(classes = {Discards.class, MakesADelivery.class, ChangesAHead.class})
    void shouldComplainOfAStateThatIsChangedElsewhere(Class<?> canary) {
        JavaClasses test = new ClassFileImporter().importClasses(canary);

        assertThat(EngineRules.statesOfDeliveriesAreChangedByTheOutbox()
                        .evaluate(test)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void shouldLetJenkinsStartWhateverFails() {
        EngineRules.initializersLetJenkinsStart().check(PLUGIN);
    }

    @Test
    void shouldComplainOfAFatalInitializer() {
        JavaClasses test = new ClassFileImporter().importClasses(IsFatal.class);

        assertThat(EngineRules.initializersLetJenkinsStart().evaluate(test).hasViolation())
                .isTrue();
    }

    @Test
    void shouldCallSlackByItsRoomsAlone() {
        EngineRules.callsAreMadeByTheRoomsOfSlack().check(PLUGIN);
    }

    @Test
    void shouldComplainOfACallOfSlackThatIsMadeElsewhere() {
        JavaClasses test = new ClassFileImporter().importClasses(CallsSlack.class);

        assertThat(EngineRules.callsAreMadeByTheRoomsOfSlack().evaluate(test).hasViolation())
                .isTrue();
    }

    @Test
    void shouldChangeTheSettingsInOnePlace() {
        EngineRules.settingsAreChangedInOnePlace().check(PLUGIN);
    }

    @ParameterizedTest
    @ValueSource(classes = {ChangesSettings.class, ChangesSettingsBeside.class, ChangesSettingsOfALambda.class})
    void shouldComplainOfSettingsThatAreChangedElsewhere(Class<?> canary) {
        assertThat(settingsViolatedBy(canary)).isTrue();
    }

    @Test
    void shouldNotComplainOfSettingsThatAreChangedWithinAChange() {
        assertThat(settingsViolatedBy(ChangesSettingsWell.class)).isFalse();
    }

    private static boolean settingsViolatedBy(Class<?> canary) {
        JavaClasses classes = new ClassFileImporter().importClasses(canary);
        return EngineRules.settingsAreChangedInOnePlace().evaluate(classes).hasViolation();
    }

    @Test
    void shouldComplainOfAnArrowThatMustNotBe() {
        assertComplains("event", KnowsTheOutbox.class, "outbox.delivery.Entry");
    }

    @Test
    void shouldComplainOfALibraryThatMustNotBeUsed() {
        assertComplains("outbox", UsesALibrary.class, "okhttp3.OkHttpClient");
    }

    @Test
    void shouldComplainOfATestThatKnowsTheSandboxAsIfItWereThePlugin() {
        JavaClasses test = new ClassFileImporter().importClasses(KnowsTheSandbox.class);

        assertThat(EngineRules.pluginDoesNotKnowTheSandbox().evaluate(test).hasViolation())
                .isTrue();
    }

    private static void assertComplains(String name, Class<?> canary, String about) {
        JavaClasses classes = new ClassFileImporter().importClasses(canary);

        assertThat(EngineRules.keepsItsPlace(name)
                        .evaluate(classes)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(about));
    }

    /** A canary, too. In a lambda, as it usually is. */
    private static final class MakesAKey {
        static Stream<BuildKey> keys(Stream<Run<?, ?>> runs) {
            return runs.map(run -> new BuildKey(
                    run.getParent().getFullName(), run.getNumber(), Instant.ofEpochMilli(run.getTimeInMillis())));
        }
    }

    /** A canary, too. By a reference to the method. */
    private static final class Discards {
        static BiFunction<Delivery, Instant, Delivery> discard() {
            return Delivery::discarded;
        }
    }

    /** A canary, too. */
    private static final class MakesADelivery {
        static Delivery again(Delivery it) {
            return new Delivery(it.entry(), it.position(), it.state(), 0, null, null, null, it.changedAt());
        }
    }

    /** A canary, too. */
    private static final class ChangesAHead {
        static DeliveryHead because(DeliveryHead head) {
            return head.because(Note.of("a reason"));
        }
    }

    /** A canary, too. */
    private static final class ChangesSettings {
        static void choose(SlackNotifyConfiguration settings) {
            settings.setChannel("#builds");
        }
    }

    /** A canary, too. What it reads may be of before the change. */
    private static final class ChangesSettingsBeside {
        static void choose(SlackNotifyConfiguration settings) throws IOException {
            SettingsChange.make(settings, () -> settings.setChannel("#builds"));
            settings.setBotName("Jenkins");
        }
    }

    /** A canary, too. Its lambda runs wherever. */
    private static final class ChangesSettingsOfALambda {
        static Runnable choose(SlackNotifyConfiguration settings) {
            return () -> settings.setChannel("#builds");
        }
    }

    private static final class ChangesSettingsWell {
        static void choose(SlackNotifyConfiguration settings) throws IOException {
            SettingsChange.make(settings, () -> {
                settings.setChannel("#builds");
                chooseMore(settings);
            });
        }

        private static void chooseMore(SlackNotifyConfiguration settings) {
            settings.setBotName("Jenkins");
        }
    }

    /** A canary, too. */
    private static final class IsFatal {
        @Initializer(after = InitMilestone.JOB_LOADED)
        public static void start() {
            // Does nothing.
        }
    }

    /** A canary, too. */
    private record CallsSlack(WebApi api) {}

    /** A canary, too. */
    private record KnowsTheSandbox(SlackSandbox sandbox) {}
}
