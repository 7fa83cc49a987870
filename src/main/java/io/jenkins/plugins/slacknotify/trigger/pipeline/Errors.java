package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.lifecycle.act.StatedReason;
import io.jenkins.plugins.slacknotify.trigger.findings.Interruptions;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Reads the errors with which steps of a pipeline fail. */
final class Errors {
    /** The mark of {@code ErrorAction} by which copies of an error are told to be one. */
    private static final String ID = "ErrorAction$ErrorId";

    /** An error whose message had a secret in it, which the credentials-binding plugin has masked. */
    private static final String MASKED = "MaskedException";

    /** An error that an agent has sent. Its message has the type and the words of that error. */
    private static final String OF_AGENT = "ProxyException";

    /** The causes with which one branch of a parallel step, or one body of another step, stops the others. */
    private static final Set<String> OF_ANOTHER_BRANCH = Set.of("FailFastCause", "BodyFailed");

    /** Errors of steps whose agent is gone: of workflow-durable-task-step, and of remoting. */
    private static final Set<String> LOST_AGENT =
            Set.of("AgentOfflineException", "ChannelClosedException", "RequestAbortedException");

    /** The class of the error by which the sandbox of the Script Security plugin refuses a call of a script. */
    private static final String REJECTED = "RejectedAccessException";

    /** A step stands where what it works with is not there, such as a workspace. Its second line says what is to be done. */
    private static final String NO_CONTEXT = "MissingContextVariableException";

    /** The class of an error which only says that reflection has met another one, its cause. */
    private static final String BY_REFLECTION = "java.lang.reflect.InvocationTargetException";

    /** The words with which structs begins to say which step, property, or part of it could not be made; why not is the cause. */
    private static final String NOT_MADE = "Could not instantiate {";

    /** The sentence of the console besides, which is logged and no part of the error (ScriptApproval). */
    private static final String WHO_DECIDES =
            ". Administrators can decide whether to approve or reject this signature.";

    /** The text before the list of all steps, after the name of the one that there is not. */
    private static final String ALL_STEPS = " found among steps [";

    /** The folder in which a build keeps a library, before the path of a file of it that does not compile. */
    private static final Pattern FOLDER_OF_LIBRARY = Pattern.compile("\\S*[/\\\\]libs[/\\\\]\\p{XDigit}{64}[/\\\\]");

    /**
     * How errors begin with which Jenkins ends a pipeline that it cannot go on with after a start: its program cannot be loaded, or
     * nodes of its graph are missing (CpsFlowExecution).
     */
    private static final List<String> NOT_RESUMED =
            List.of("Failed to load program", "Cannot resume build", "Cannot load build steps");

    /** So many words in a row hardly anybody else says by chance. */
    private static final int WORDS_OF_SENTENCE = 4;

    /** An error of SnakeYAML: the activity and its place, and in a later line the problem. */
    private static final Pattern YAML = Pattern.compile("(while \\w+ing .+)\\n(?:[ \\t].*\\n)*(\\S.*)");

    /** How often an error is wrapped at most. */
    private static final int WRAPPED = 10;

    private Errors() {}

    /**
     * Whether two errors are the same. Each step keeps its own copy, so after a restart one error is several objects; and a
     * block around a step may have masked a secret in it.
     */
    static boolean isSame(Throwable one, Throwable other) {
        if (one == other) {
            return true;
        }
        Optional<String> id = id(one);
        return id.isPresent()
                ? id.equals(id(other))
                : one.getClass() == other.getClass()
                        && Objects.equals(one.getMessage(), other.getMessage())
                        && Arrays.equals(one.getStackTrace(), other.getStackTrace());
    }

    /** Whether an error says what another one has said, as where Jenkins ends each of several blocks with one of its own. */
    static boolean saysTheSame(Throwable one, Throwable other) {
        return one.getClass() == other.getClass()
                && one.getMessage() != null
                && one.getMessage().equals(other.getMessage());
    }

    /**
     * Whether an error has all the words of another one behind some of its own. A few words are quoted behind a sign such as a colon only:
     * {@code Deploy failed} need not be about an error that says {@code failed}.
     */
    static boolean quotes(Throwable error, Throwable other) {
        String own = error.getMessage();
        String words = other.getMessage();
        int at = own == null || words == null || words.isBlank() ? -1 : own.lastIndexOf(words);
        if (at <= 0) {
            return false;
        }
        String before = own.substring(0, at);
        boolean behindSign = !endsInWord(before.stripTrailing());
        // An exit code of 1 is not one of 127.
        return !endsInWord(before)
                && (behindSign || words.strip().split("\\s+").length >= WORDS_OF_SENTENCE)
                && own.substring(at + words.length()).codePoints().limit(1).noneMatch(Character::isLetterOrDigit);
    }

    private static boolean endsInWord(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }

    private static Optional<String> id(Throwable error) {
        return withCauses(error)
                .flatMap(each -> Stream.of(each.getSuppressed()))
                .filter(suppressed -> suppressed.getClass().getName().endsWith(ID))
                .findFirst()
                .map(Throwable::getMessage);
    }

    /** Returns an error, its cause, the cause of that, and so on. Each error is there once, as causes may form a circle. */
    private static Stream<Throwable> withCauses(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.iterate(error, each -> each != null && seen.add(each), Throwable::getCause);
    }

    /** Returns how a stage ends that fails with an error. A script may end its build early as a good one. */
    static Outcome outcome(Throwable error) {
        return error instanceof FlowInterruptedException interruption
                ? Outcomes.of(interruption.getResult())
                : Outcome.FAILURE;
    }

    static boolean isInterruption(Throwable error) {
        return error instanceof FlowInterruptedException;
    }

    /** Whether a branch did not fail by itself, but was stopped because another one did. */
    static boolean isOfAnotherBranch(Throwable error) {
        return StoppedBuildStep.causeOf(error) instanceof FlowInterruptedException interruption
                && interruption.getCauses().stream()
                        .anyMatch(cause ->
                                OF_ANOTHER_BRANCH.contains(cause.getClass().getSimpleName()));
    }

    /**
     * Returns why an error stopped the pipeline, where it was not for something that the pipeline has done.
     *
     * @param agent the agent on which the step ran; null where that is not known
     */
    static Optional<Interruption> interruption(Throwable error, @CheckForNull String agent) {
        if (StoppedBuildStep.causeOf(error) instanceof FlowInterruptedException interruption) {
            return Interruptions.of(interruption.getCauses(), agent);
        }
        return isLostAgent(error)
                ? Optional.of(new Interruption(Interruption.Kind.AGENT_LOST, agent))
                : Optional.empty();
    }

    private static boolean isLostAgent(Throwable error) {
        return withCauses(error)
                .anyMatch(each -> LOST_AGENT.contains(each.getClass().getSimpleName()));
    }

    /** Whether an error is of the kind with which Jenkins ends a pipeline that it cannot go on with. */
    static boolean mayHaveKeptFromGoingOn(Throwable error) {
        return error instanceof AbortException;
    }

    /** Whether an error that ended a pipeline, and that no step has, says that Jenkins could not go on with it after a start. */
    static boolean keptFromGoingOn(Throwable error) {
        String message = error.getMessage();
        return message != null && NOT_RESUMED.stream().anyMatch(message::startsWith);
    }

    /** Returns the first line of an error that says something; null for none. An unexpected error is named by its type, too. */
    @CheckForNull
    static String text(Throwable error) {
        String line = firstLine(words(error));
        if (line == null) {
            return null;
        }
        int all = line.indexOf(ALL_STEPS);
        return FOLDER_OF_LIBRARY
                .matcher(all < 0 ? line : line.substring(0, all))
                .replaceAll("");
    }

    @CheckForNull
    private static String words(Throwable thrown) {
        Throwable error = cause(thrown);
        if (error instanceof FlowInterruptedException interruption) {
            return interruption.getCauses().stream()
                    .filter(cause -> !(cause instanceof StatedReason))
                    .map(CauseOfInterruption::getShortDescription)
                    .filter(Objects::nonNull)
                    .map(HtmlText::plainIfHtml)
                    .collect(Collectors.joining(", "));
        }
        String type = error.getClass().getSimpleName();
        String message = error.getMessage();
        if (type.equals(REJECTED) && message != null) {
            return message + WHO_DECIDES;
        }
        if (type.equals(NO_CONTEXT) && message != null) {
            return message.lines().map(String::strip).collect(Collectors.joining(". "));
        }
        if (error instanceof AbortException && error.getClass() != AbortException.class && isName(message)) {
            return type + ": " + message;
        }
        boolean foreseen = error instanceof AbortException || type.equals(MASKED) || announces(firstLine(message));
        return announced(foreseen || type.equals(OF_AGENT) ? message : error.toString());
    }

    /** Returns what an error is about. A step whose arguments are refused is made by reflection, which wraps the reason at each part. */
    private static Throwable cause(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; depth < WRAPPED && isByReflection(cause) && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isByReflection(Throwable error) {
        String message = error.getMessage();
        return error instanceof InvocationTargetException
                || message != null && (message.endsWith(BY_REFLECTION) || message.contains(NOT_MADE));
    }

    /** Whether a message only names something, such as the credentials that there are not; then the type says what of it. */
    private static boolean isName(@CheckForNull String message) {
        return message != null && !message.isBlank() && message.strip().chars().noneMatch(Character::isWhitespace);
    }

    /** Whether a line says nothing but that the next one says something, such as {@code startup failed:} of a script. */
    private static boolean announces(@CheckForNull String line) {
        return line != null && line.stripTrailing().endsWith(":");
    }

    /** Returns a text with the line that its first line announces drawn up into the first line. */
    @CheckForNull
    private static String announced(@CheckForNull String text) {
        Matcher yaml = YAML.matcher(text == null ? "" : text);
        if (yaml.lookingAt()) {
            return yaml.group(1) + ": " + yaml.group(2);
        }
        return text == null || !announces(firstLine(text))
                ? text
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .limit(2)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
    }

    @CheckForNull
    static String firstLine(@CheckForNull String text) {
        return text == null
                ? null
                : TerminalText.withoutColours(text)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse(null);
    }
}
