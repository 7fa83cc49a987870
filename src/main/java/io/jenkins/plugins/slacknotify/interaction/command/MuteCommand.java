package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps direct messages about a job from the person who asks, or lists the jobs for which that is so. */
final class MuteCommand implements Command {
    private static final int NAME_LIMIT = 200;

    private final QuietJobs quiet;
    private final BuildArgument argument;

    MuteCommand(BuildControl control, QuietJobs quiet) {
        this.quiet = quiet;
        this.argument = new BuildArgument(control);
    }

    @Override
    public List<String> names() {
        return List.of("mute");
    }

    @Override
    public String arguments() {
        return "[JOB]";
    }

    @Override
    public String purpose() {
        return "no direct messages to you about a job; without a job, which ones you have muted";
    }

    @Override
    public Answer run(CommandCall call) {
        if (call.line().words().isEmpty() && call.here() == null) {
            return Answer.ephemeral(list(quiet.of(call.as())));
        }
        return argument.with(call, meant -> {
            boolean isNew = quiet.add(call.as(), meant.job().fullName());
            return Answer.ephemeral(
                    isNew
                            ? "You get no direct messages about " + BuildArgument.link(meant.job())
                                    + " any more. `unmute` ends that; channels hear of it as before."
                            : "You have muted " + BuildArgument.link(meant.job()) + " before.");
        });
    }

    private static String list(List<String> patterns) {
        return patterns.isEmpty()
                ? "You have muted no job."
                : "You get no direct messages about these jobs: "
                        + patterns.stream()
                                .map(pattern -> "`" + Mrkdwn.code(pattern, NAME_LIMIT) + "`")
                                .collect(Collectors.joining(", "))
                        + ". `unmute JOB` ends that.";
    }
}
