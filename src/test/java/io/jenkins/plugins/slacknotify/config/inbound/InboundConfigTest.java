package io.jenkins.plugins.slacknotify.config.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionsConfig;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundConfigTest {
    private final InboundConfig config = new InboundConfig();

    @Test
    void shouldBeOffAtFirst() {
        assertThat(config.isUnused()).isTrue();
        assertThat(resolved().settings()).isEqualTo(InboundSettings.OFF);
        assertThat(resolved().sockets()).isEmpty();
        assertThat(resolved().problems()).isEmpty();
    }

    @Test
    void shouldStayOffWhileAppsAreConfiguredButNoAbilityIsOn() {
        config.setApps(List.of(new SlackAppConfig("app")));

        assertThat(config.isUnused()).isFalse();
        assertThat(resolved().settings()).isEqualTo(InboundSettings.OFF);
        assertThat(resolved().problems()).isEmpty();
    }

    @Test
    void shouldSwitchEachAbilityOnByItself() {
        config.setAbilities(List.of("home", "COMMANDS", "home"));

        assertThat(config.getAbilities()).containsExactly("home", "commands");
        assertThat(config.enabledAbilities()).containsExactlyInAnyOrder(Ability.HOME, Ability.COMMANDS);
        assertThat(resolved().settings().abilities()).containsExactlyInAnyOrder(Ability.HOME, Ability.COMMANDS);
        config.setAbilities(null);
        assertThat(config.isEnabled()).isFalse();
    }

    @Test
    void shouldCopyEveryFieldAndWhatNoSetterTakes() throws ReflectiveOperationException {
        SubscriptionsConfig subscriptions = new SubscriptionsConfig();
        subscriptions.setForbidden(true);
        config.setCommand("/ci");
        config.setRequestsPerMinute(7);
        config.setMaxSignInDays(3);
        config.setApps(List.of(new SlackAppConfig("app")));
        config.setSubscriptions(subscriptions);
        Field abilities = InboundConfig.class.getDeclaredField("abilities");
        abilities.setAccessible(true);
        abilities.set(config, List.of("commands", "of-tomorrow"));
        for (Field field : InboundConfig.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                assertThat(field.get(config)).as("no default").isNotEqualTo(field.get(new InboundConfig()));
            }
        }

        assertThat(config.copy()).usingRecursiveComparison().isEqualTo(config);
    }

    @Test
    void shouldSwitchAbilitiesOnBesideOneThatOnlyANewerVersionKnows() throws ReflectiveOperationException {
        Field abilities = InboundConfig.class.getDeclaredField("abilities");
        abilities.setAccessible(true);
        abilities.set(config, List.of("home", "of-tomorrow"));

        InboundConfig changed = config.withAbilities(Set.of(Ability.COMMANDS, Ability.HOME));

        assertThat(changed.getAbilities()).containsExactly("home", "of-tomorrow", "commands");
        assertThat(changed.enabledAbilities()).containsExactlyInAnyOrder(Ability.HOME, Ability.COMMANDS);
        assertThat(config.getAbilities()).as("the settings before").containsExactly("home", "of-tomorrow");
    }

    /** Slack has made the app by then, so its secrets have to be kept. */
    @Test
    void shouldLetAChangeBeWhereSomethingElseWasInvalidBefore() {
        SlackAppConfig invalid = new SlackAppConfig("old");
        invalid.setAppId("no id");
        config.setApps(List.of(invalid));
        InboundConfig changed = config.copy();
        SlackAppConfig added = new SlackAppConfig("main");
        changed.setApps(List.of(invalid, added));

        assertThatCode(() -> changed.checkChangeOf(config)).doesNotThrowAnyException();
        added.setAppId("T0123456789");
        assertThatThrownBy(() -> changed.checkChangeOf(config))
                .hasMessageContaining("apps[1].appId")
                .hasMessageNotContaining("apps[0]");
        changed.setApps(List.of(invalid, new SlackAppConfig("old")));
        assertThatThrownBy(() -> changed.checkChangeOf(config)).hasMessageContaining("There is an app 'old' already");
    }

    @Test
    void shouldNameTheAbilitiesThatThereAre() {
        assertThatThrownBy(() -> config.setAbilities(List.of("shouting")))
                .hasMessageContaining("Unknown ability 'shouting'")
                .hasMessageContaining("commands, buttons, previews, home");
    }

    @Test
    void shouldSayThatThereIsNoApp() {
        config.setAbilities(List.of("commands"));

        assertThat(resolved().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.description()).contains("no Slack app is configured"));
        assertThat(resolved().settings().canVerify()).isFalse();
        assertThat(resolved().settings().enabled()).isTrue();
    }

    @Test
    void shouldSayOfAnAppThatNothingCanComeFromIt() {
        config.setAbilities(List.of("commands"));
        config.setApps(List.of(new SlackAppConfig("main")));

        assertThat(resolved().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.app()).isEqualTo("main"))
                .satisfies(problem -> assertThat(problem.description()).contains("No credential is chosen"));
        assertThat(resolved().settings().apps()).extracting(InboundApp::name).containsExactly("main");
    }

    @Test
    void shouldReportEveryErrorWithItsPath() {
        var misspelt = new SlackAppConfig(" ");
        misspelt.setAppId("T0123456789");
        config.setApps(List.of(new SlackAppConfig("one"), misspelt, new SlackAppConfig("one")));

        assertThatThrownBy(config::check)
                .hasMessageContaining("unclassified.slackNotify.inbound.apps[1].name: A Slack app needs a name")
                .hasMessageContaining("unclassified.slackNotify.inbound.apps[1].appId: This is not the id")
                .hasMessageContaining("unclassified.slackNotify.inbound.apps[2].name: There is an app 'one' already");
        config.setApps(List.of(new SlackAppConfig("one"), new SlackAppConfig("two")));
        assertThatCode(config::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 601})
    void shouldRefuseANumberOfRequestsThatMakesNoSense(int requests) {
        assertThatThrownBy(() -> config.setRequestsPerMinute(requests)).hasMessageContaining("from 1 to 600");
    }

    @Test
    void shouldLetOneAppSpeakForAllBots() {
        assertThat(config.botsOf("environment")).isEqualTo(BotScope.ALL);
        assertThat(config.botsOf("main")).as("an app that is gone").isEqualTo(BotScope.NONE);

        config.setApps(List.of(new SlackAppConfig("main")));
        assertThat(config.botsOf("main")).isEqualTo(BotScope.ALL);
        assertThat(config.botsOf("environment")).isEqualTo(BotScope.NONE);
    }

    @Test
    void shouldKnowToWhichWorkspaceAnAppBelongs() {
        var partner = new SlackAppConfig("partner app");
        partner.setWorkspace(" partner ");
        config.setApps(List.of(new SlackAppConfig("main"), partner));

        assertThat(config.botsOf("partner app")).isEqualTo(BotScope.of("partner"));
        assertThat(config.botsOf("main")).isEqualTo(BotScope.allBut(Set.of("partner")));
        assertThat(config.botsOf("unknown")).isEqualTo(BotScope.NONE);
        assertThat(config.workspaceOf("partner app")).contains("partner");
        assertThat(config.workspaceOf("main")).isEmpty();
    }

    @Test
    void shouldSayThatTheWorkspaceOfAnAppIsNotThere() {
        var app = new SlackAppConfig("partner app");
        app.setWorkspace("partner");
        config.setAbilities(List.of("home"));
        config.setApps(List.of(app));

        assertThat(resolved().problems())
                .extracting(InboundProblem::describe)
                .anyMatch(it -> it.startsWith("Slack app \"partner app\": There is no workspace \"partner\""));
        assertThat(config.resolve(Set.of("partner")).problems())
                .extracting(InboundProblem::describe)
                .noneMatch(it -> it.contains("no workspace"));
    }

    private ResolvedInbound resolved() {
        return config.resolve(Set.of());
    }
}
