package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;

/** Lets direct messages about a job through again. */
final class UnmuteCommand implements Command {
    private static final int NAME_LIMIT = 200;

    private final QuietJobs quiet;
    private final BuildArgument argument;

    UnmuteCommand(BuildControl control, QuietJobs quiet) {
        this.quiet = quiet;
        this.argument = new BuildArgument(control);
    }

    @Override
    public List<String> names() {
        return List.of("unmute");
    }

    @Override
    public String arguments() {
        return "JOB";
    }

    @Override
    public String purpose() {
        return "direct messages to you about a job again";
    }

    /** A job that is gone, or a pattern of the person's own, is known by its text alone. */
    @Override
    public Answer run(CommandCall call) {
        String typed = call.line().text();
        if (!typed.isEmpty() && quiet.remove(call.as(), typed)) {
            return done("`" + Mrkdwn.code(typed, NAME_LIMIT) + "`");
        }
        return argument.with(
                call,
                meant -> quiet.remove(call.as(), meant.job().fullName())
                        ? done(BuildArgument.link(meant.job()))
                        : Answer.ephemeral("You have not muted " + BuildArgument.link(meant.job())
                                + ", unless by a pattern. `mute` lists them."));
    }

    private static Answer done(String name) {
        return Answer.ephemeral("You get direct messages about " + name + " again, as your preferences say.");
    }
}
