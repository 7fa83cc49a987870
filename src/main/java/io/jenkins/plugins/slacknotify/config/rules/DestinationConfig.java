package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.form.BotIcon;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.ElementForm;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.MessageLanguageChoices;
import io.jenkins.plugins.slacknotify.config.form.StoredChoices;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A destination as it is stored and shown in forms: a channel with its options, under a name that rules and jobs use.
 *
 * <p>A destination of the system may name a workspace. A destination of a folder may not: of a listed workspace, jobs and folders get
 * no more than the destinations that the administrator has made. It may name a credential, which the builds in that folder must be
 * allowed to use.
 */
public class DestinationConfig extends ListElement implements Describable<DestinationConfig> {
    private final String name;
    private final String channel;
    private String workspace;
    private String credentialsId;
    private String botName;
    private String botIcon;
    private String minimumSeverity;
    private String threadDetails;
    private String buttons;
    private String language;
    private boolean repliesInThread;

    @DataBoundConstructor
    public DestinationConfig(@CheckForNull String name, @CheckForNull String channel) {
        this(name, channel, ChannelName::checked);
    }

    /** @param reader reads and checks the channel */
    private DestinationConfig(@CheckForNull String name, @CheckForNull String channel, UnaryOperator<String> reader) {
        this.name = read("name", "", () -> nameOf(name));
        this.channel = read(
                "channel",
                "",
                () -> FieldParser.required(reader.apply(channel), "A destination needs a channel, by name or id"));
    }

    private static String nameOf(@CheckForNull String written) {
        String name = FieldParser.word("destination", written);
        if (Involvement.find(name).findAny().isPresent()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a group of people; a destination needs another name.");
        }
        return name;
    }

    public String getName() {
        return name;
    }

    public String getChannel() {
        return channel;
    }

    /** The name of a {@link WorkspaceConfig}; null for the workspace of the system channel. */
    @CheckForNull
    public String getWorkspace() {
        return workspace;
    }

    @DataBoundSetter
    public void setWorkspace(@CheckForNull String workspace) {
        this.workspace = Util.fixEmptyAndTrim(workspace);
    }

    /** The credential with the bot token, for the destination of a folder; null for the credential of the system. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @CheckForNull
    public String getBotName() {
        return botName;
    }

    @DataBoundSetter
    public void setBotName(@CheckForNull String botName) {
        this.botName = Util.fixEmptyAndTrim(botName);
    }

    @CheckForNull
    public String getBotIcon() {
        return botIcon;
    }

    @DataBoundSetter
    public void setBotIcon(@CheckForNull String botIcon) {
        this.botIcon = Util.fixEmptyAndTrim(botIcon);
    }

    /** The least severity that the destination is notified of; null for any. */
    @CheckForNull
    public String getMinimumSeverity() {
        return minimumSeverity;
    }

    @DataBoundSetter
    public void setMinimumSeverity(@CheckForNull String minimumSeverity) {
        this.minimumSeverity = read(
                "minimumSeverity",
                this.minimumSeverity,
                () -> FieldParser.idUnless(Severity.INFO, minimumSeverity, Severity::parse, Severity::id));
    }

    /** The details in the thread of a bad build, as {@link ThreadDetails#id()}; null for those of the system channel. */
    @CheckForNull
    public String getThreadDetails() {
        return threadDetails;
    }

    @DataBoundSetter
    public void setThreadDetails(@CheckForNull String threadDetails) {
        this.threadDetails = read(
                "threadDetails",
                this.threadDetails,
                () -> FieldParser.id(threadDetails, ThreadDetails::parse, ThreadDetails::id));
    }

    /** The buttons of its messages, as {@link MessageButtons#id()}; null for all. */
    @CheckForNull
    public String getButtons() {
        return buttons;
    }

    @DataBoundSetter
    public void setButtons(@CheckForNull String buttons) {
        this.buttons = read(
                "buttons",
                this.buttons,
                () -> FieldParser.idUnless(MessageButtons.ALL, buttons, MessageButtons::parse, MessageButtons::id));
    }

    /** The language of its messages, as {@link MessageLanguage#id()}; null for that of the whole system. */
    @CheckForNull
    public String getLanguage() {
        return language;
    }

    @DataBoundSetter
    public void setLanguage(@CheckForNull String language) {
        this.language = read(
                "language", this.language, () -> FieldParser.id(language, MessageLanguage::parse, MessageLanguage::id));
    }

    /** Whether answers to a message appear in the thread of the message alone, and never in the channel as well. */
    public boolean isRepliesInThread() {
        return repliesInThread;
    }

    @DataBoundSetter
    public void setRepliesInThread(boolean repliesInThread) {
        this.repliesInThread = repliesInThread;
    }

    @Override
    protected DestinationConfig blank() {
        return new DestinationConfig(null, null);
    }

    @Override
    protected DestinationConfig construct() {
        // A person that is stored is still told; nobody can enter one any more.
        return new DestinationConfig(name, channel, ChannelName::addressee);
    }

    @Override
    public String givenName() {
        return name;
    }

    /** Whether the destination names a workspace, although destinations in that scope may not. */
    boolean isForbiddenIn(RuleScope scope) {
        return workspace != null && scope != RuleScope.SYSTEM;
    }

    /**
     * Converts the destination for the engine.
     *
     * @param scope where it stands
     * @param owner the full name of the folder; empty for the system
     * @return empty where it leads nowhere, because it is {@linkplain #isForbiddenIn forbidden} there
     */
    Optional<DestinationProfile> toProfile(RuleScope scope, String owner) {
        return isForbiddenIn(scope)
                ? Optional.empty()
                : Optional.of(toProfile().namedIn(ChannelSource.ofDestination(scope, owner, name)));
    }

    private DestinationProfile toProfile() {
        return new DestinationProfile(
                name,
                workspace == null
                        ? new Destination(credentialsId, channel)
                        : Destination.inWorkspace(workspace, channel),
                MessageOptions.builder()
                        .botName(botName)
                        .botIcon(botIcon)
                        .details(threadDetails == null ? null : ThreadDetails.parse(threadDetails))
                        .buttons(buttons == null ? null : MessageButtons.parse(buttons))
                        .language(language == null ? null : MessageLanguage.parse(language))
                        .repliesInThread(repliesInThread)
                        .build(),
                minimumSeverity == null ? Severity.INFO : Severity.parse(minimumSeverity));
    }

    /** The form of a destination. The symbol is its name in Job DSL. */
    @Extension
    @Symbol("namedDestination")
    public static class DescriptorImpl extends Descriptor<DestinationConfig> {
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return kept(RuleFormChecks.check(item, () -> nameOf(value)), item, "name", value);
        }

        @POST
        public FormValidation doCheckChannel(
                @AncestorInPath Item item, @AncestorInPath ElementForm page, @QueryParameter String value) {
            FormValidation checked = kept(RuleFormChecks.checkChannel(item, value), item, "channel", value);
            return page == null ? checked : page.softened(checked, "channel", value);
        }

        private static FormValidation kept(
                FormValidation checked, @CheckForNull Item item, String field, String value) {
            return ListElement.softened(
                    checked, RuleFormChecks.stored(item, RuleScopeConfig::destinations), field, value);
        }

        /**
         * Checks the workspace of a folder's destination, which may have none; that of the system is checked with the whole form.
         *
         * @param name the name of the destination: one that has a workspace already may keep it
         */
        @POST
        public FormValidation doCheckWorkspace(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String name) {
            RuleFormChecks.require(item);
            if (item == null || Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            FormValidation error = FormValidation.error(RoutingValidator.FOREIGN_WORKSPACE);
            return RuleFormChecks.stored(item, RuleScopeConfig::destinations).stream()
                            .anyMatch(stored -> stored.workspace != null && stored.name.equals(name))
                    ? FieldValidation.kept(error)
                    : error;
        }

        /** Lists the credentials that the builds in a folder may use. Whoever may not see them gets the current one alone. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return BotTokenCredentials.choicesFor(item, credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            return item == null
                    ? BotTokenCredentials.checkForEveryJob(value)
                    : BotTokenCredentials.checkFor(item, value);
        }

        @POST
        public FormValidation doCheckBotIcon(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            return BotIcon.check(value);
        }

        @POST
        public ListBoxModel doFillMinimumSeverityItems(@QueryParameter String minimumSeverity) {
            return StoredChoices.items(
                    RuleFormChecks.severitiesFrom(Messages.DestinationConfig_everySeverity()), minimumSeverity);
        }

        @POST
        public ListBoxModel doFillThreadDetailsItems(@QueryParameter String threadDetails) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.DestinationConfig_asInTheSystemChannel(), "");
            Stream.of(ThreadDetails.values()).forEach(details -> choices.add(details.id(), details.id()));
            return StoredChoices.items(choices, threadDetails);
        }

        @POST
        public ListBoxModel doFillButtonsItems(@QueryParameter String buttons) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.DestinationConfig_allButtons(), "");
            choices.add(Messages.DestinationConfig_linkButtons(), MessageButtons.LINKS.id());
            choices.add(Messages.DestinationConfig_noButtons(), MessageButtons.NONE.id());
            return StoredChoices.items(choices, buttons);
        }

        @POST
        public ListBoxModel doFillLanguageItems(@QueryParameter String language) {
            return StoredChoices.items(
                    MessageLanguageChoices.with(Messages.DestinationConfig_languageOfTheSystem()), language);
        }

        /** Posts a message to the destination as it stands in the form. Its workspace must be saved. */
        @POST
        public FormValidation doTest(
                @QueryParameter String workspace,
                @QueryParameter String channel,
                @QueryParameter String botName,
                @QueryParameter String botIcon,
                @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(channel) == null
                    ? FormValidation.error(Messages.DestinationConfig_noChannel())
                    : ExtensionList.lookupSingleton(DestinationTester.class)
                            .test(workspace, credentialsId, channel, botName, botIcon);
        }
    }
}
