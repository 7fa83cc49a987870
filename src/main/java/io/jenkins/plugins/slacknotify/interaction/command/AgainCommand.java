package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunResult;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a build again with the same parameters, and says so in the channel. */
final class AgainCommand implements Command {
    private static final int NAME_LIMIT = 200;

    private final BuildControl control;
    private final RunControl runs;
    private final BuildArgument argument;

    AgainCommand(BuildControl control, RunControl runs) {
        this.control = control;
        this.runs = runs;
        this.argument = new BuildArgument(control);
    }

    @Override
    public List<String> names() {
        return List.of("again", "rebuild");
    }

    @Override
    public String arguments() {
        return "JOB [NUMBER]";
    }

    @Override
    public String purpose() {
        return "run a build again, with the same parameters";
    }

    @Override
    public Answer run(CommandCall call) {
        return argument.withBuild(
                call,
                build -> control.facts(call.as(), build)
                        .map(event -> answer(call, build, event, runs.runAgain(trace(call), target(event))))
                        .orElseGet(() -> BuildArgument.noBuild(build)));
    }

    private static ActTrace trace(CommandCall call) {
        return new ActTrace(call.act(), call.account().name(), call.origin().channelId(), null);
    }

    private static ButtonTarget target(BuildEvent event) {
        return new ButtonTarget(event.key(), null);
    }

    private Answer answer(CommandCall call, BuildReference build, BuildEvent event, RunResult result) {
        if (result instanceof RunResult.Started started) {
            return ChannelLine.of(
                    control,
                    event.key().job(),
                    call.member() + " runs *"
                            + Mrkdwn.link(event.url(), event.jobName() + " " + event.buildName(), NAME_LIMIT)
                            + "* again, "
                            + started.how() + ".");
        }
        if (result instanceof RunResult.Refused refused) {
            return Answer.ephemeral("You may not: " + refused.why());
        }
        return result instanceof RunResult.CannotRepeat cannot
                ? Answer.ephemeral(cannot.why())
                : BuildArgument.noBuild(build);
    }

    @Override
    public Optional<Answer> alreadyDone(CommandCall call) {
        AtomicReference<Answer> found = new AtomicReference<>();
        argument.withBuild(call, build -> {
            control.facts(call.as(), build)
                    .ifPresent(event -> runs.started(trace(call), target(event))
                            .ifPresent(started -> found.set(answer(call, build, event, started))));
            return Answer.ephemeral("");
        });
        return Optional.ofNullable(found.get());
    }
}
