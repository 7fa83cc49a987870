package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import io.jenkins.plugins.slacknotify.lifecycle.act.StatedReason;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.CauseOfInterruption;

/** Tells apart why builds are stopped before their end. */
public final class Interruptions {
    /** The causes of plugins, by the names of their classes: workflow-durable-task-step, workflow-basic-steps, and so on. */
    private static final Map<String, Interruption.Kind> KINDS = Map.of(
            "RemovedNodeCause", Interruption.Kind.AGENT_LOST,
            "RemovedNodeTimeoutCause", Interruption.Kind.AGENT_LOST,
            "ExceededTimeout", Interruption.Kind.TIMED_OUT,
            // Causes of disableConcurrentBuilds(abortPrevious: true) and milestone, of the old stage step, and of
            // github-pullrequest.
            "CancelledCause", Interruption.Kind.SUPERSEDED,
            "CanceledCause", Interruption.Kind.SUPERSEDED,
            "NewPRInterruptCause", Interruption.Kind.SUPERSEDED);

    /** A build in the words of a cause, such as "Superseded by #4". */
    private static final Pattern BUILD = Pattern.compile("#\\d+");

    private Interruptions() {}

    /**
     * Returns the most telling of several causes, with the reason that one of them states.
     *
     * @param agent the agent on which the build ran; null where that is not known
     * @return empty where there are none
     */
    public static Optional<Interruption> of(
            Collection<? extends CauseOfInterruption> causes, @CheckForNull String agent) {
        return causes.stream()
                .filter(cause -> !(cause instanceof StatedReason))
                .map(cause -> of(cause, agent))
                .min(Comparator.comparing(Interruption::kind))
                .map(telling -> telling.withReason(reason(causes)));
    }

    /** Returns the reason that one of several causes states, in the words of a person; null for none. */
    @CheckForNull
    public static String reason(Collection<? extends CauseOfInterruption> causes) {
        return causes.stream()
                .filter(StatedReason.class::isInstance)
                .map(cause -> ((StatedReason) cause).reason())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Interruption of(CauseOfInterruption cause, @CheckForNull String agent) {
        if (cause instanceof CauseOfInterruption.UserInterruption click) {
            return new Interruption(Interruption.Kind.PERSON, name(click));
        }
        Interruption.Kind kind = KINDS.getOrDefault(cause.getClass().getSimpleName(), Interruption.Kind.OTHER);
        return new Interruption(
                kind,
                switch (kind) {
                    case AGENT_LOST -> agent;
                    case SUPERSEDED -> build(words(cause));
                    case OTHER -> words(cause);
                    case TIMED_OUT, PERSON, RESTART -> null;
                });
    }

    @CheckForNull
    private static String words(CauseOfInterruption cause) {
        String words = cause.getShortDescription();
        return words == null ? null : HtmlText.plainIfHtml(words);
    }

    private static String name(CauseOfInterruption.UserInterruption click) {
        User user = User.getById(click.getUserId(), false);
        return user == null ? click.getUserId() : user.getDisplayName();
    }

    @CheckForNull
    private static String build(@CheckForNull String words) {
        Matcher build = BUILD.matcher(words == null ? "" : words);
        return build.find() ? build.group() : null;
    }
}
