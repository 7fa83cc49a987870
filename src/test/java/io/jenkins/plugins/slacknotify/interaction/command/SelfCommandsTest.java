package io.jenkins.plugins.slacknotify.interaction.command;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.FakeAccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequest;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.account.LinkedMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no account, typed by a member whom Jenkins does not know yet. */
class SelfCommandsTest {
    private static final String PAGE = "https://ci/link?code=";

    private final ManualClock clock = new ManualClock();
    private final FakeAccountLinks links = new FakeAccountLinks();
    private final LinkRequests requests = new LinkRequests(clock);
    private final JenkinsPages pages = new JenkinsPages() {
        @Override
        public Optional<String> linking(String code) {
            return Optional.of(PAGE + code);
        }

        @Override
        public Optional<String> signingIn() {
            return Optional.empty();
        }
    };
    private final AccountLinking linking = new AccountLinking(links, requests, pages);
    private boolean isGuest;
    private final CommandInteraction commands = new CommandInteraction(
            new LinkedMemberAccounts(
                    (installation, member) -> new SlackResult.Success<>(Optional.of(new MemberProfile(
                            new SlackUser(member, "Anna", false, false), isGuest, false, Payloads.TEAM, null, null))),
                    links,
                    linking,
                    pages,
                    () -> Duration.ZERO,
                    clock),
            linking,
            (channel, thread) -> ContextBuilds.NONE,
            List.of(),
            () -> new CommandEnvironment("/ci", "1.2", Set.of()),
            new SlowAnswers((origin, answer) -> new SendResult.Refused("not tried"), (wait, task) -> {}),
            Presses.SEAL);

    private Answer ask(String text) {
        return ((ActResult.Done) act(commands, CommandBench.slash(text)))
                .answer()
                .orElseThrow();
    }

    /** Its address may be open in a browser already, where the member signs in. */
    @ParameterizedTest
    @ValueSource(strings = {"help", "help me", "", "ping", "unlink"})
    void shouldLeaveTheAddressValidThatWasShownBefore(String typed) {
        String blocks = ask("link").blocks();
        String code = blocks.substring(blocks.indexOf(PAGE) + PAGE.length()).replaceFirst("\".*", "");
        ask(typed);

        assertThat(requests.look(code))
                .contains(
                        new LinkRequest(new InstallationKey(Payloads.APP, Payloads.TEAM, null, false), Payloads.ANNA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "ping"})
    void shouldSayWhatTheMemberIsInJenkinsAndWhatChangesIt(String typed) {
        assertThat(ask(typed).text()).endsWith("I do not know yet who you are in Jenkins. `link` changes that.");
    }

    @Test
    void shouldNotSendWhoMayNotLinkToALink() {
        isGuest = true;

        assertThat(ask("help").text()).contains("You are a guest").doesNotContain("Link your account");
    }
}
