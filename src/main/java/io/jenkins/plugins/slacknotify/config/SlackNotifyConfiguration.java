package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.connection.ConnectionCheck;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.form.BotIcon;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.TeamId;
import io.jenkins.plugins.slacknotify.config.people.DirectMessagesConfig;
import io.jenkins.plugins.slacknotify.config.rules.RoutingForm;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.memory.Memoized;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.ApiUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The section "Slack notifications" of the page Manage Jenkins » System, and {@code unclassified: slackNotify:} of
 * Configuration as Code.
 *
 * <p>Holds the id of a credential, never a token. Blank texts are kept as null, which stands for the default.
 */
@Extension
@Symbol("slackNotify")
public class SlackNotifyConfiguration extends GlobalConfiguration {
    private static final Logger LOGGER = Logger.getLogger(SlackNotifyConfiguration.class.getName());

    private static final Set<EventKind> DEFAULT_EVENTS =
            EnumSet.of(EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED, EventKind.UNSTABLE);

    private boolean enabled = true;
    private String credentialsId;
    private String teamId;
    private String channel;
    private String botName;
    private String botIcon;
    private List<String> events = ids(DEFAULT_EVENTS);
    private SeverityTable severities = new SeverityTable();
    private String threadDetails = ThreadDetails.SHORT.id();
    private int expiryHours = ExpiryHours.STANDARD;
    private String apiUrl;
    private DirectMessagesConfig personal = new DirectMessagesConfig();
    private SystemRouting routing = new SystemRouting();

    /** Events come often, changes do not. */
    private final transient Memoized<EngineSettings> engineSettings = new Memoized<>(() -> readEngineSettings(routing));

    public SlackNotifyConfiguration() {
        load();
    }

    public static SlackNotifyConfiguration get() {
        return ExtensionList.lookupSingleton(SlackNotifyConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.SlackNotifyConfiguration_displayName();
    }

    public boolean isEnabled() {
        return enabled;
    }

    @DataBoundSetter
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
        save();
    }

    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        save();
    }

    /** The id of the workspace ({@code T…}), which a token of a whole organisation needs to be told; null for any other. */
    @CheckForNull
    public String getTeamId() {
        return teamId;
    }

    /** @throws IllegalArgumentException where it is no such id */
    @DataBoundSetter
    public void setTeamId(@CheckForNull String teamId) {
        this.teamId = TeamId.checked(teamId);
        save();
    }

    @CheckForNull
    public String getChannel() {
        return channel;
    }

    /** @throws IllegalArgumentException where no channel can be called so */
    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        this.channel = ChannelName.checked(channel);
        save();
    }

    @CheckForNull
    public String getBotName() {
        return botName;
    }

    @DataBoundSetter
    public void setBotName(@CheckForNull String botName) {
        this.botName = Util.fixEmptyAndTrim(botName);
        save();
    }

    @CheckForNull
    public String getBotIcon() {
        return botIcon;
    }

    @DataBoundSetter
    public void setBotIcon(@CheckForNull String botIcon) {
        this.botIcon = Util.fixEmptyAndTrim(botIcon);
        save();
    }

    /** The kinds of event that the system channel hears of, as {@link EventKind#id()}s. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    /** @throws IllegalArgumentException where a kind is not known */
    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = ids(kinds(events == null ? List.of() : events));
        save();
    }

    public SeverityTable getSeverities() {
        return severities;
    }

    @DataBoundSetter
    public void setSeverities(@CheckForNull SeverityTable severities) {
        this.severities = severities == null ? new SeverityTable() : severities;
        save();
    }

    /** What is told in the thread of a bad build, as {@link ThreadDetails#id()}. */
    public String getThreadDetails() {
        return threadDetails;
    }

    /** @throws IllegalArgumentException where there is no such choice */
    @DataBoundSetter
    public void setThreadDetails(@CheckForNull String threadDetails) {
        this.threadDetails = (threadDetails == null ? ThreadDetails.SHORT : ThreadDetails.parse(threadDetails)).id();
        save();
    }

    /** A message that was not sent by so many hours after it was handed over is not sent any more. */
    public int getExpiryHours() {
        return expiryHours;
    }

    /** @throws IllegalArgumentException where it is less than one hour or more than a week */
    @DataBoundSetter
    public void setExpiryHours(int expiryHours) {
        this.expiryHours = ExpiryHours.checked(expiryHours);
        save();
    }

    @CheckForNull
    public String getApiUrl() {
        return apiUrl;
    }

    /** @throws IllegalArgumentException where a token must not be sent to such an address */
    @DataBoundSetter
    public void setApiUrl(@CheckForNull String apiUrl) {
        String given = Util.fixEmptyAndTrim(apiUrl);
        URI url = given == null ? ApiUrl.SLACK : ApiUrl.of(given);
        this.apiUrl = url.equals(ApiUrl.SLACK) ? null : url.toString();
        save();
    }

    /** What is decided about direct messages. */
    public DirectMessagesConfig getPersonal() {
        return personal;
    }

    @DataBoundSetter
    public void setPersonal(@CheckForNull DirectMessagesConfig personal) {
        this.personal = personal == null ? new DirectMessagesConfig() : personal;
        save();
    }

    /** Workspaces, destinations, templates and rules. */
    public SystemRouting getRouting() {
        return routing;
    }

    /** @throws IllegalArgumentException where something in it refers to what is not there, or can never count */
    @DataBoundSetter
    public void setRouting(@CheckForNull SystemRouting routing) {
        SystemRouting given = routing == null ? new SystemRouting() : routing;
        given.check();
        this.routing = given;
        save();
    }

    @Override
    public synchronized void save() {
        engineSettings.forget();
        super.save();
    }

    @Override
    public synchronized void load() {
        super.load();
        engineSettings.forget();
    }

    /** What the engine needs to know of all this, as it is now. */
    public EngineSettings toEngineSettings() {
        return engineSettings.get();
    }

    /** The same with other workspaces, destinations, templates and rules than those that count, to try them. */
    public EngineSettings toEngineSettings(SystemRouting candidate) {
        return readEngineSettings(candidate);
    }

    private EngineSettings readEngineSettings(SystemRouting system) {
        Optional<String> systemChannel = channelInUse();
        return EngineSettings.builder()
                .enabled(enabled)
                .apiUrl(apiUrl == null ? ApiUrl.SLACK : URI.create(apiUrl))
                .defaultChannel(systemChannel.orElse(null))
                .botName(botName)
                .botIcon(botIcon)
                .expiry(Duration.ofHours(expiryHours))
                .severities(severities.toPolicy())
                .router(new Router(List.of(
                        new RuleSet(RuleSet.RuleScope.SYSTEM, "", system.toRules()),
                        new RuleSet(RuleSet.RuleScope.SYSTEM_CHANNEL, "", ruleOf(systemChannel)))))
                .people(personal.toPolicy())
                .details(StoredIds.known(threadDetails, ThreadDetails::parse).orElse(ThreadDetails.SHORT))
                .build();
    }

    private List<Rule> ruleOf(Optional<String> systemChannel) {
        Set<EventKind> known = StoredIds.known(events, EventKind::parse).collect(Collectors.toSet());
        return known.isEmpty()
                ? List.of()
                : systemChannel.stream()
                        .map(name -> Rule.notifying(
                                Messages.SlackNotifyConfiguration_systemChannel(),
                                Condition.ofEvents(known),
                                List.of(DestinationProfile.of(new Destination(null, name)))))
                        .toList();
    }

    /** The id of the credential that holds the system's token: the one chosen here, or else that of the environment. */
    public Optional<String> credentialsIdInUse() {
        return Optional.ofNullable(credentialsId)
                .or(() -> ControllerEnvironment.get().credentialsId());
    }

    private Optional<String> channelInUse() {
        return Optional.ofNullable(channel).or(() -> ControllerEnvironment.get().channel());
    }

    /** What all this asks of the system's token. */
    public ScopeNeeds toScopeNeeds() {
        return new ScopeNeeds(hasSender() || routing.hasOwnSender(null), tellsPeople());
    }

    /** What all this asks of the token of a workspace that is listed; people are told with the system's. */
    public ScopeNeeds toScopeNeeds(String workspace) {
        return new ScopeNeeds(hasSender() || routing.hasOwnSender(workspace), false);
    }

    private boolean hasSender() {
        return botName != null || botIcon != null;
    }

    private boolean tellsPeople() {
        return personal.isEnabled() || routing.notifiesPeople();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        // A form does not mention the boxes that are not ticked.
        form.putIfAbsent("events", List.of());
        DirectMessagesConfig.complete(form.optJSONObject("personal"));
        RoutingForm.complete(form.optJSONObject("routing"));
        try {
            rehearse(scratch -> request.bindJSON(scratch, form));
            bind(request, form);
        } catch (IllegalArgumentException e) {
            throw new FormException(FieldValidation.rootCause(e).getMessage(), "slackNotify");
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not save the configuration of Slack notifications", e);
        }
        return true;
    }

    /**
     * Makes a change to another one, which is not saved, so that a refusal leaves all as it was.
     *
     * @param change throws what it refuses
     */
    static void rehearse(Consumer<SlackNotifyConfiguration> change) {
        SlackNotifyConfiguration scratch = new SlackNotifyConfiguration();
        try (BulkChange unsaved = new BulkChange(scratch)) {
            change.accept(scratch);
        }
    }

    private void bind(StaplerRequest2 request, JSONObject form) throws IOException {
        try (BulkChange change = new BulkChange(this)) {
            request.bindJSON(this, form);
            change.commit();
        }
    }

    /** The rows of the form's table of events. */
    public List<EventRow> getEventRows() {
        return EventKindLabels.all().stream()
                .map(kind -> new EventRow(kind, this))
                .toList();
    }

    /** The environment variables that are there, for the form, which cannot change them. */
    public List<EnvironmentRow> getEnvironmentRows() {
        return EnvironmentRow.of(ControllerEnvironment.get(), credentialsId, channel);
    }

    /** Takes no parameter: a list that depends on its own value jumps back when somebody chooses none. */
    @POST
    public ListBoxModel doFillCredentialsIdItems() {
        return BotTokenCredentials.choicesForAdministrators(credentialsId);
    }

    @POST
    public ListBoxModel doFillThreadDetailsItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.SlackNotifyConfiguration_detailsNone(), ThreadDetails.NONE.id());
        choices.add(Messages.SlackNotifyConfiguration_detailsShort(), ThreadDetails.SHORT.id());
        choices.add(Messages.SlackNotifyConfiguration_detailsFull(), ThreadDetails.FULL.id());
        return choices;
    }

    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        return check(() -> BotTokenCredentials.check(value));
    }

    @POST
    public FormValidation doCheckTeamId(@QueryParameter String value) {
        return check(() -> {
            TeamId.checked(value);
            return FormValidation.ok();
        });
    }

    @POST
    public FormValidation doCheckChannel(@QueryParameter String value) {
        return check(() -> ChannelName.check(value));
    }

    @POST
    public FormValidation doCheckBotIcon(@QueryParameter String value) {
        return check(() -> BotIcon.check(value));
    }

    @POST
    public FormValidation doCheckExpiryHours(@QueryParameter String value) {
        return check(() -> ExpiryHours.check(value));
    }

    @POST
    public FormValidation doCheckApiUrl(@QueryParameter String value) {
        return check(() -> {
            setting(value).ifPresent(ApiUrl::of);
            return FormValidation.ok();
        });
    }

    /** Tries what stands in the form, saved or not, and posts a message to the channel to be sure. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String credentialsId,
            @QueryParameter String teamId,
            @QueryParameter String channel,
            @QueryParameter String botName,
            @QueryParameter String botIcon,
            @QueryParameter String apiUrl) {
        return check(() -> new ConnectionCheck(
                        setting(credentialsId)
                                .or(() -> ControllerEnvironment.get().credentialsId())
                                .orElse(null),
                        TeamId.checked(teamId),
                        setting(channel)
                                .or(() -> ControllerEnvironment.get().channel())
                                .orElse(null),
                        setting(botName).orElse(null),
                        setting(botIcon).orElse(null),
                        tellsPeople(),
                        setting(apiUrl).map(ApiUrl::of).orElse(ApiUrl.SLACK))
                .run());
    }

    private static Optional<String> setting(@CheckForNull String value) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(value));
    }

    /** What only administrators may ask; a refusal of the value becomes a message at its field. */
    private static FormValidation check(Supplier<FormValidation> question) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static Set<EventKind> kinds(List<String> ids) {
        return ids.stream()
                .map(EventKind::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }

    private static List<String> ids(Set<EventKind> kinds) {
        return kinds.stream().map(EventKind::id).collect(Collectors.toList());
    }
}
