package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.run.RunForms;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a job, and says so in the channel. */
final class RunCommand implements Command {
    private static final int MAX_NAME = 100;

    /** The signs that other bots want between two values, in the forms of East Asian keyboards, too. */
    private static final String SEPARATORS = ",;&|，；＆｜、";

    /** The text within a value that may be the next value. */
    private static final Pattern SEPARATED =
            Pattern.compile("[" + SEPARATORS + "]\\s*([^=\\s" + SEPARATORS + "]+)=[^" + SEPARATORS + "]*");

    private static final Pattern QUERY = Pattern.compile("[?&]([^=&#]+)=");

    private final BuildControl control;
    private final RunForms forms;

    RunCommand(BuildControl control, RunForms forms) {
        this.control = control;
        this.forms = forms;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("run", "build", "start"),
                "JOB [PARAMETER=VALUE …]",
                "start a job; what you do not give has its default, and a form asks for what has none");
    }

    @Override
    public boolean takesValues() {
        return true;
    }

    /** Another attempt starts the job that the first has chosen, though the name may mean another one by now. */
    @Override
    public Answer run(CommandCall typed) {
        Optional<CommandLine> line = StartLink.read(typed.line());
        if (line.isEmpty()) {
            return Answer.ephemeral(
                    "Nothing was started: the address and what stands behind it set the same parameter.");
        }
        CommandCall call = typed.withLine(line.get());
        return call.choice()
                .kept()
                .map(job -> control.job(call.as(), job)
                        .map(chosen -> start(call, chosen))
                        .orElseGet(() -> BuildArgument.noJob(job)))
                .orElseGet(() -> choose(call));
    }

    private Answer choose(CommandCall call) {
        String behind = call.line().behindValue();
        if (behind != null
                && (!call.line().words().get(0).equals(behind) || !call.here().isEmpty())) {
            return Answer.ephemeral(
                    "Nothing was started: does " + Mrkdwn.quoted(behind)
                            + " belong to the value before it? If so, put the value into quotes; if it is the job, write it first.");
        }
        BuildArgument argument = new BuildArgument(control, call);
        return argument.isAboutHere()
                ? argument.withJob(job -> askAndStart(call, job))
                : argument.with(meant -> start(call, meant));
    }

    private Answer start(CommandCall call, BuildArgument.Meant meant) {
        return meant.build() != null
                ? Answer.ephemeral(
                        "A job is started, not a build of it: leave the number out. `again` runs a build again.")
                : askAndStart(call, meant.job());
    }

    private Answer askAndStart(CommandCall call, JobReference job) {
        if (call.line().values().isEmpty()) {
            Optional<Answer> asked = forms.ask(call.origin(), call.account(), job);
            if (asked.isPresent()) {
                return asked.get();
            }
        }
        return start(call, job);
    }

    private Answer start(CommandCall call, JobReference job) {
        Optional<Answer> question = glued(call, job).or(() -> inAddress(call, job));
        if (question.isPresent()) {
            return question.get();
        }
        call.choice().keep(job.fullName());
        StartResult result =
                control.start(call.act(), job.fullName(), call.line().values());
        if (result instanceof StartResult.Started started) {
            return started(call, started);
        }
        return result instanceof StartResult.Refused refused
                ? Answer.ephemeral(refused.sentence())
                : BuildArgument.noJob(job.fullName());
    }

    /** Asks about values that are glued to each other, as {@code A=1&B=2} and {@code A=1,B=2} are where other bots want them. */
    private Optional<Answer> glued(CommandCall call, JobReference job) {
        List<String> suspects = call.line().unquoted().stream()
                .filter(name ->
                        SEPARATED.matcher(call.line().values().get(name)).find())
                .sorted()
                .toList();
        if (suspects.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = control.parameters(call.as(), job.fullName()).stream()
                .map(JobParameter::name)
                .collect(Collectors.toSet());
        return suspects.stream()
                .flatMap(name -> SEPARATED
                        .matcher(call.line().values().get(name))
                        .results()
                        .filter(other -> names.contains(other.group(1)))
                        .map(other -> Answer.ephemeral("Nothing was started. Does "
                                + Mrkdwn.quoted(other.group().substring(1).strip(), MAX_NAME)
                                + " belong to the value of " + Mrkdwn.quoted(name, MAX_NAME)
                                + "? If so, put the value into quotes; if not, write a blank before it.")))
                .findFirst();
    }

    /** Asks about parameters of the job in the address of another page than one that starts it. */
    private Optional<Answer> inAddress(CommandCall call, JobReference job) {
        List<String> set = call.line().words().stream()
                .filter(BuildAddress::isAddress)
                .flatMap(address -> QUERY.matcher(address).results())
                .map(parameter -> parameter.group(1))
                .toList();
        return (set.isEmpty() ? Stream.<JobParameter>empty() : control.parameters(call.as(), job.fullName()).stream())
                .map(JobParameter::name)
                .filter(set::contains)
                .findFirst()
                .map(name -> Answer.ephemeral("Nothing was started. Is the address to set "
                        + Mrkdwn.quoted(name, MAX_NAME) + "? If so, write that behind it; if not, leave it out."));
    }

    private Answer started(CommandCall call, StartResult.Started started) {
        return ChannelLine.of(control, started.job().fullName(), started.sentence(call.member()));
    }

    @Override
    public Optional<Answer> alreadyDone(CommandCall call) {
        return call.choice()
                .kept()
                .or(() -> named(call))
                .flatMap(job -> control.started(call.mark(), job))
                .map(started -> control.job(call.as(), started.job().fullName())
                        .map(job -> started(call, started))
                        .orElseGet(() -> Answer.ephemeral("The job was started, and you may not see it any more.")));
    }

    /** Earlier versions have kept no choice. */
    private Optional<String> named(CommandCall call) {
        AtomicReference<String> found = new AtomicReference<>();
        new BuildArgument(control, call).with(meant -> {
            found.set(meant.job().fullName());
            return Answer.ephemeral("");
        });
        return Optional.ofNullable(found.get());
    }
}
