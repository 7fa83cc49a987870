package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.form.BotIcon;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.MessageLanguageChoices;
import io.jenkins.plugins.slacknotify.config.form.TeamId;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The form of {@link SlackNotifyConfiguration}: its choices, the checks of its fields, its test button and the rows of its tables. It
 * keeps no setting. Jenkins finds these methods by their names, which start with {@code doFill} and {@code doCheck}.
 */
public abstract class SlackNotifyForm extends GlobalConfiguration {
    /** The chosen credential; null where none is chosen. */
    @CheckForNull
    public abstract String getCredentialsId();

    /** The system channel; null where none is entered. */
    @CheckForNull
    public abstract String getChannel();

    /** The kinds of event of the system channel, as ids. */
    public abstract List<String> getEvents();

    /** The severities that differ from the defaults. */
    public abstract SeverityTable getSeverities();

    /** The inbound settings. */
    public abstract InboundConfig getInbound();

    /** The needs of the configuration for the token, besides the sender of the messages. */
    abstract ScopeNeeds needsBesidesSender();

    /** The rows of the table of events. */
    public List<EventRow> getEventRows() {
        return EventKindLabels.all().stream()
                .map(kind -> new EventRow(
                        kind, getEvents().contains(kind.id()), getSeverities().row(kind)))
                .toList();
    }

    /** The rows of the environment variables that are set. The form shows them, and cannot change them. */
    public List<EnvironmentRow> getEnvironmentRows() {
        return EnvironmentRow.of(ControllerEnvironment.get(), getCredentialsId(), getChannel(), getInbound());
    }

    /**
     * Lists the credentials that can hold the bot token. Takes no parameter: a list that depends on its own value jumps back when somebody
     * chooses none.
     */
    @POST
    public ListBoxModel doFillCredentialsIdItems() {
        return BotTokenCredentials.choicesForAdministrators(getCredentialsId());
    }

    @POST
    public ListBoxModel doFillThreadDetailsItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.SlackNotifyForm_detailsNone(), ThreadDetails.NONE.id());
        choices.add(Messages.SlackNotifyForm_detailsShort(), ThreadDetails.SHORT.id());
        choices.add(Messages.SlackNotifyForm_detailsFull(), ThreadDetails.FULL.id());
        return choices;
    }

    @POST
    public ListBoxModel doFillLanguageItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return MessageLanguageChoices.with(Messages.SlackNotifyForm_languageOfJenkins());
    }

    @POST
    public FormValidation doCheckEmoji(@QueryParameter String value) {
        return FieldValidation.ofParserForAdministrators(() -> EmojiSet.parse(FormLists.lines(value)));
    }

    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        return check(() -> BotTokenCredentials.check(value));
    }

    @POST
    public FormValidation doCheckTeamId(@QueryParameter String value) {
        return FieldValidation.ofParserForAdministrators(() -> TeamId.checked(value));
    }

    @POST
    public FormValidation doCheckChannel(@QueryParameter String value) {
        return check(() -> SystemChannelCheck.check(value, getChannel(), ControllerEnvironment.get()));
    }

    @POST
    public FormValidation doCheckBotIcon(@QueryParameter String value) {
        return check(() -> BotIcon.check(value));
    }

    @POST
    public FormValidation doCheckExpiryHours(@QueryParameter String value) {
        return check(() -> ExpiryHours.RANGE.check(value));
    }

    @POST
    public FormValidation doCheckApiUrl(@QueryParameter String value) {
        return FieldValidation.ofParserForAdministrators(() -> optional(value).map(ApiUrl::of));
    }

    /** Tests the connection with what stands in the form, saved or not, and posts a message to the channel. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String credentialsId,
            @QueryParameter String teamId,
            @QueryParameter String channel,
            @QueryParameter String botName,
            @QueryParameter String botIcon,
            @QueryParameter String apiUrl) {
        ControllerEnvironment environment = ControllerEnvironment.get();
        return check(() -> new ConnectionCheck(
                        optional(credentialsId).or(environment::credentialsId).orElse(null),
                        TeamId.checked(teamId),
                        optional(channel).or(environment::channel).orElse(null),
                        optional(botName).orElse(null),
                        optional(botIcon).orElse(null),
                        needsBesidesSender(),
                        optional(apiUrl).map(ApiUrl::of).orElse(ApiUrl.SLACK))
                .run());
    }

    private static Optional<String> optional(@CheckForNull String value) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(value));
    }

    /** Runs a check that only administrators may ask for. An invalid value becomes a message at its field. */
    private static FormValidation check(Supplier<FormValidation> check) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            return check.get();
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
    }
}
