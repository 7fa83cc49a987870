package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildResult;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a build again with the same parameters, and says so in the channel. */
final class AgainCommand implements Command {

    private final BuildControl control;
    private final RebuildControl runs;

    AgainCommand(BuildControl control, RebuildControl runs) {
        this.control = control;
        this.runs = runs;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("again", "rebuild"), "JOB [NUMBER]", "run a build again, with the same parameters");
    }

    /** Another attempt runs the build again that the first has chosen: the newest one may be another one by now. */
    @Override
    public Answer run(CommandCall call) {
        return chosen(call)
                .map(target -> again(call, reference(target)))
                .orElseGet(() -> new BuildArgument(control, call).withBuild(build -> again(call, build)));
    }

    private Answer again(CommandCall call, BuildReference build) {
        return control.facts(call.as(), build)
                .map(event -> {
                    ButtonTarget target = chosen(call).orElseGet(() -> target(event));
                    target.value().ifPresent(call.choice()::keep);
                    return answer(call, build, event, runs.runAgain(trace(call), target));
                })
                .orElseGet(() -> BuildArgument.noBuild(build));
    }

    private static Optional<ButtonTarget> chosen(CommandCall call) {
        return call.choice().kept().flatMap(ButtonTarget::parse);
    }

    private static BuildReference reference(ButtonTarget target) {
        return new BuildReference(target.build().job(), target.build().build());
    }

    private static ActTrace trace(CommandCall call) {
        return new ActTrace(call.act(), call.account().name(), call.origin().channelId(), null);
    }

    private static ButtonTarget target(BuildEvent event) {
        return new ButtonTarget(event.key(), null);
    }

    private Answer answer(CommandCall call, BuildReference build, BuildEvent event, RebuildResult result) {
        if (result instanceof RebuildResult.Started started) {
            return ChannelLine.of(
                    control,
                    event.key().job(),
                    call.member() + " runs *"
                            + Mrkdwn.link(event.url(), event.jobName() + " " + event.buildName())
                            + "* again, "
                            + started.how() + ".");
        }
        if (result instanceof RebuildResult.Refused refused) {
            return Answer.ephemeral("You may not: " + refused.why());
        }
        return result instanceof RebuildResult.CannotRepeat cannot
                ? Answer.ephemeral(cannot.why())
                : BuildArgument.noBuild(build);
    }

    @Override
    public Optional<Answer> alreadyDone(CommandCall call) {
        return chosen(call)
                .or(() -> named(call))
                .flatMap(
                        target -> runs.started(call.mark(), target)
                                .map(
                                        started -> control.facts(call.as(), reference(target))
                                                .map(event -> answer(call, reference(target), event, started))
                                                .orElseGet(
                                                        () -> Answer.ephemeral(
                                                                "It was run again. The build is not there any more, or you may not see it now."))));
    }

    /** Earlier versions have kept no choice. */
    private Optional<ButtonTarget> named(CommandCall call) {
        AtomicReference<ButtonTarget> found = new AtomicReference<>();
        new BuildArgument(control, call).withBuild(build -> {
            control.facts(call.as(), build).ifPresent(event -> found.set(target(event)));
            return Answer.ephemeral("");
        });
        return Optional.ofNullable(found.get());
    }
}
