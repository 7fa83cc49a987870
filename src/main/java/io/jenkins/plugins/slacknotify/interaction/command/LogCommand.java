package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.LogTail;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the end of a build's log to the member alone. */
final class LogCommand implements Command {
    private static final String LINES = "lines";
    private static final int STANDARD_LINES = 20;
    private static final int MAX_LINES = 100;

    /** The number of characters that fit into one message, with room for the headline. */
    private static final int MAX_LENGTH = 2_700;

    private static final int MAX_LINE = 500;

    private final BuildControl control;

    LogCommand(BuildControl control) {
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("log", "console"),
                "JOB [NUMBER] [lines=" + STANDARD_LINES + "]",
                "the end of a build's log, to you alone");
    }

    @Override
    public boolean takesValues() {
        return true;
    }

    @Override
    public Answer run(CommandCall call) {
        Optional<String> unknown = call.line().values().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(LINES))
                .findFirst();
        if (unknown.isPresent()) {
            return Answer.ephemeral("I do not know " + Mrkdwn.quoted(unknown.get(), MAX_LINE)
                    + ". How many lines you want, say as `lines=" + STANDARD_LINES + "`.");
        }
        String typed = call.line().values().values().stream().findFirst().orElse(Integer.toString(STANDARD_LINES));
        int lines = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        if (lines < 1 || lines > MAX_LINES) {
            return Answer.ephemeral("`lines` has to be a number from 1 to " + MAX_LINES + ".");
        }
        return new BuildArgument(control, call)
                .withBuild(build -> control.log(call.as(), build, lines)
                        .map(tail -> Answer.ephemeral(text(build, tail)))
                        .orElseGet(() -> BuildArgument.noBuild(build)));
    }

    private static String text(BuildReference build, LogTail tail) {
        String name = Mrkdwn.bold(build.toString(), MAX_LINE);
        List<String> shown = fitting(tail.lines());
        if (shown.isEmpty()) {
            return "The log of " + name + " is empty.";
        }
        boolean isWhole = tail.isWhole() && shown.size() == tail.lines().size();
        String head = isWhole
                ? "The log of " + name + ":"
                : "The last " + BuildSentences.count(shown.size(), "line", "lines") + " of the log of " + name + ":";
        return head + "\n```\n" + String.join("\n", shown) + "\n```";
    }

    /** The last lines that fit; a line by itself always does. */
    private static List<String> fitting(List<String> lines) {
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (int index = lines.size() - 1; index >= 0; index--) {
            String line = lines.get(index).isBlank() ? "" : line(lines.get(index));
            length += line.length() + 1;
            if (length > MAX_LENGTH) {
                break;
            }
            shown.add(0, line);
        }
        return shown;
    }

    /** Escapes a line, and keeps its indentation. */
    private static String line(String line) {
        String stripped = line.stripLeading();
        return line.substring(0, line.length() - stripped.length()).replace("\t", "    ")
                + Mrkdwn.line(stripped, MAX_LINE);
    }
}
