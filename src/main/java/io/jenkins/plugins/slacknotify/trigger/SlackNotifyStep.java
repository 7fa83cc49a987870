package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.trigger.AnnouncementOptions.Text;
import io.jenkins.plugins.slacknotify.trigger.library.StepName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The pipeline step {@code slackNotify}. Without any option it notifies the system channel of the build's current
 * state.
 *
 * <p>It returns a {@link SlackMessage}, never null, and fails only where {@code failOnError} is set.
 */
public class SlackNotifyStep extends Step {
    private static final int DEFAULT_TIMEOUT = 60;

    private final AnnouncementOptions options = new AnnouncementOptions();
    private boolean wait;
    private int timeout = DEFAULT_TIMEOUT;
    private boolean broadcast;
    private SlackMessage thread;
    private SlackMessage update;

    /** The problems of the arguments, a sentence each. */
    private List<String> problems = List.of();

    /**
     * Creates a step. The message is a parameter here, and no other option, because a pipeline may write it alone and without
     * its name: {@code slackNotify 'text'}.
     *
     * @param message null for the message about the build itself
     */
    @DataBoundConstructor
    public SlackNotifyStep(@CheckForNull String message) {
        setMessage(message);
    }

    /** The message in mrkdwn; null for the message about the build itself. */
    @CheckForNull
    public String getMessage() {
        return options.get(Text.MESSAGE);
    }

    void setMessage(@CheckForNull String message) {
        options.set(Text.MESSAGE, message);
    }

    /** The message in standard Markdown, instead of mrkdwn; null for none. */
    @CheckForNull
    public String getMarkdown() {
        return options.get(Text.MARKDOWN);
    }

    @DataBoundSetter
    public void setMarkdown(@CheckForNull String markdown) {
        options.set(Text.MARKDOWN, markdown);
    }

    /** The Block Kit blocks, as a JSON array or the object around it; null for none. */
    @CheckForNull
    public String getBlocks() {
        return options.get(Text.BLOCKS);
    }

    @DataBoundSetter
    public void setBlocks(@CheckForNull String blocks) {
        options.set(Text.BLOCKS, blocks);
    }

    /**
     * The people whom Slack notifies of the message, separated by commas or white space; null for nobody but who
     * follows the channel.
     */
    @CheckForNull
    public String getMention() {
        return options.get(Text.MENTION);
    }

    @DataBoundSetter
    public void setMention(@CheckForNull String mention) {
        options.set(Text.MENTION, mention);
    }

    /** The names of emoji to put below the message, separated by commas or white space; null for none. */
    @CheckForNull
    public String getReaction() {
        return options.get(Text.REACTION);
    }

    @DataBoundSetter
    public void setReaction(@CheckForNull String reaction) {
        options.set(Text.REACTION, reaction);
    }

    /** The path of a file in the workspace to show with the message; null for none. */
    @CheckForNull
    public String getFile() {
        return options.get(Text.FILE);
    }

    @DataBoundSetter
    public void setFile(@CheckForNull String file) {
        options.set(Text.FILE, file);
    }

    /** A text to show as a file with the message; null for none. */
    @CheckForNull
    public String getSnippet() {
        return options.get(Text.SNIPPET);
    }

    @DataBoundSetter
    public void setSnippet(@CheckForNull String snippet) {
        options.set(Text.SNIPPET, snippet);
    }

    /** The name by which people save the file or snippet; null for the file's own. */
    @CheckForNull
    public String getFileName() {
        return options.get(Text.FILE_NAME);
    }

    @DataBoundSetter
    public void setFileName(@CheckForNull String fileName) {
        options.set(Text.FILE_NAME, fileName);
    }

    /** The title above the file; null for its name. */
    @CheckForNull
    public String getTitle() {
        return options.get(Text.TITLE);
    }

    @DataBoundSetter
    public void setTitle(@CheckForNull String title) {
        options.set(Text.TITLE, title);
    }

    /**
     * The channels, separated by commas or white space; null for the system channel, or for none where people are
     * notified.
     */
    @CheckForNull
    public String getChannel() {
        return options.get(Text.CHANNEL);
    }

    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        options.set(Text.CHANNEL, channel);
    }

    /**
     * The addressees: groups of people, ids of accounts and e-mail addresses, separated by commas or white space; null
     * for nobody.
     */
    @CheckForNull
    public String getTo() {
        return options.get(Text.TO);
    }

    @DataBoundSetter
    public void setTo(@CheckForNull String to) {
        options.set(Text.TO, to);
    }

    /** The severity; null to rate the build. */
    @CheckForNull
    public String getSeverity() {
        return options.get(Text.SEVERITY);
    }

    @DataBoundSetter
    public void setSeverity(@CheckForNull String severity) {
        options.set(Text.SEVERITY, severity);
    }

    /** The id of the credential with the token; null for the token of the global configuration. */
    @CheckForNull
    public String getCredentialsId() {
        return options.get(Text.CREDENTIALS_ID);
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        options.set(Text.CREDENTIALS_ID, credentialsId);
    }

    /** Whether the build fails where Slack does not take the message. It then waits for Slack's answer. */
    public boolean isFailOnError() {
        return options.isFailOnError();
    }

    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        options.setFailOnError(failOnError);
    }

    /** Whether to wait for Slack's answer, and return where the message is. */
    public boolean isWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = wait;
    }

    /** The longest time to wait for Slack's answer, in seconds. */
    public int getTimeout() {
        return timeout;
    }

    /** Sets the time to wait, in seconds. A value below one stands for the default of a minute. */
    @DataBoundSetter
    public void setTimeout(int timeout) {
        this.timeout = timeout < 1 ? DEFAULT_TIMEOUT : timeout;
    }

    /** The earlier message in whose thread this one is posted; null for a message of its own. */
    @CheckForNull
    public SlackMessage getThread() {
        return thread;
    }

    /**
     * Sets the earlier message to reply to.
     *
     * @param thread a {@link SlackMessage}; see {@link #handle}
     */
    @DataBoundSetter
    public void setThread(@CheckForNull Object thread) {
        this.thread = handle("thread", thread);
    }

    /** Whether a reply in a thread is shown in the channel as well. */
    public boolean isBroadcast() {
        return broadcast;
    }

    @DataBoundSetter
    public void setBroadcast(boolean broadcast) {
        this.broadcast = broadcast;
    }

    /** The earlier message that this one replaces; null for a message of its own. */
    @CheckForNull
    public SlackMessage getUpdate() {
        return update;
    }

    /**
     * Sets the earlier message to replace.
     *
     * @param update a {@link SlackMessage}; see {@link #handle}
     */
    @DataBoundSetter
    public void setUpdate(@CheckForNull Object update) {
        this.update = handle("update", update);
    }

    /**
     * Converts the value of an option to the handle of a message. The setters take any object, because the steps reference of Jenkins shows
     * an error for a parameter type that it cannot describe.
     *
     * @param value a handle, or its text, as it comes from another job; null or a blank text for none
     */
    @CheckForNull
    private static SlackMessage handle(String option, @CheckForNull Object value) {
        if (value == null || value instanceof SlackMessage) {
            return (SlackMessage) value;
        }
        if (value instanceof CharSequence text && text.toString().isBlank()) {
            return null;
        }
        return Optional.of(value)
                .filter(CharSequence.class::isInstance)
                .flatMap(text -> SlackMessage.parse(text.toString()))
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " takes what an earlier slackNotify has returned, or its text, not '"
                                + StepArguments.quoted(value) + "'."));
    }

    /** The problems of the arguments, a sentence each. A step that has any sends nothing. */
    List<String> problems() {
        return problems;
    }

    void setProblems(List<String> newProblems) {
        problems = List.copyOf(newProblems);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new SlackNotifyStepExecution(context, this, options);
    }

    /** Offers the step to pipelines. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor implements CustomDescribableModel {
        @Override
        public String getFunctionName() {
            return StepName.STEP;
        }

        @Override
        public String getDisplayName() {
            return Messages.SlackNotifyStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** {@inheritDoc} A script may hand over values of any kind; see {@link StepArguments}. */
        @Override
        public Step newInstance(Map<String, Object> arguments) {
            return StepArguments.toStep(arguments);
        }

        /** {@inheritDoc} The message is a parameter of the constructor, and still can be left out. */
        @Override
        public UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable step) {
            Map<String, Object> given = new LinkedHashMap<>(step.getArguments());
            given.values().removeIf(Objects::isNull);
            return step.withArguments(given);
        }

        @POST
        public FormValidation doCheckChannel(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkChannel(item, value);
        }

        @POST
        public FormValidation doCheckBlocks(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkBlocks(item, value);
        }

        @POST
        public FormValidation doCheckReaction(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkReaction(item, value);
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkTimeout(item, value);
        }

        @POST
        public FormValidation doCheckMention(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkMention(item, value);
        }

        @POST
        public FormValidation doCheckTo(@AncestorInPath Item item, @QueryParameter String value) {
            return AnnouncementForm.checkTo(item, value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return AnnouncementForm.credentials(item, credentialsId);
        }

        @POST
        public ListBoxModel doFillSeverityItems() {
            return AnnouncementForm.severities();
        }
    }
}
