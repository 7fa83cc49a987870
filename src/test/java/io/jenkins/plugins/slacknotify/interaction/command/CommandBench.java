package io.jenkins.plugins.slacknotify.interaction.command;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.FakeAccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.interaction.rebuild.FakeRebuildControl;
import io.jenkins.plugins.slacknotify.interaction.run.RunForms;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands about jobs and builds, with fakes around them, as one member types them. */
final class CommandBench {
    static final String ACCOUNT = "anna";

    /** In it stands the message about {@link #inThread}. */
    static final String THREAD = "1772366000.000200";

    static final Instant START = Instant.parse("2026-03-01T11:00:00Z");

    final FakeMemberAccounts accounts = new FakeMemberAccounts().link(Payloads.ANNA, ACCOUNT);
    final FakeBuildControl jenkins = new FakeBuildControl();
    final FakeAccountLinks links = new FakeAccountLinks();
    final FakeRebuildControl runs = new FakeRebuildControl();
    final FakeModals modals = new FakeModals();
    ContextBuilds inThread = ContextBuilds.NONE;
    final CommandInteraction commands = new CommandInteraction(
            accounts,
            new AccountLinking(links, new LinkRequests(new ManualClock()), new JenkinsPages() {
                @Override
                public Optional<String> linking(String code) {
                    return Optional.of(FakeBuildControl.ROOT + "link?code=" + code);
                }

                @Override
                public Optional<String> signingIn() {
                    return Optional.empty();
                }
            }),
            (channel, thread) -> thread.equals(THREAD) ? inThread : ContextBuilds.NONE,
            Stream.concat(
                            CommandInteraction.ofBuilds(jenkins, runs, new RunForms(jenkins, modals)).stream(),
                            Stream.of(new WordlessCommand()))
                    .toList(),
            () -> new CommandEnvironment("/ci", "1.2", Set.of(Ability.COMMANDS)),
            new SlowAnswers((origin, answer) -> new SendResult.Refused("not tried"), (wait, task) -> {}),
            Presses.SEAL);

    /** Takes no words. */
    private static final class WordlessCommand implements Command {
        @Override
        public CommandUsage usage() {
            return new CommandUsage(List.of("prefs"), "", "what you are told");
        }

        @Override
        public Answer run(CommandCall call) {
            return Answer.ephemeral("done");
        }
    }

    static BuildEvent.Builder event(String job, int number, Outcome outcome) {
        return BuildEvent.builder(new BuildKey(job, number, START.plusSeconds(number)), outcome)
                .duration(Duration.ofMinutes(3));
    }

    static SlashCommand slash(String text) {
        return new SlashCommand(Requests.origin("r1", Payloads.ANNA), "/ci", text, "builds");
    }

    static AppMention mention(String text, MessageReference message) {
        return new AppMention(Requests.origin("r1", Payloads.ANNA), "<@U0BOT> " + text, message);
    }

    Answer ask(InboundRequest request) {
        assertThat(commands.accepts(request)).isTrue();
        return ((ActResult.Done) act(commands, request)).answer().orElseThrow();
    }

    Answer ask(String text) {
        return ask(slash(text));
    }

    Answer askInThread(String text) {
        return ask(mention(text, new MessageReference("1772366400.000100", THREAD)));
    }
}
