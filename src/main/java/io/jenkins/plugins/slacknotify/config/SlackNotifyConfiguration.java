package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.XmlFile;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.FormerNames;
import io.jenkins.plugins.slacknotify.config.form.NoneList;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.TeamId;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.ResolvedInbound;
import io.jenkins.plugins.slacknotify.config.people.DirectMessagesConfig;
import io.jenkins.plugins.slacknotify.config.rules.RoutingForm;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.memory.Memoized;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The settings of the whole system: those of the page Manage Jenkins » Slack, and {@code unclassified: slackNotify:} of Configuration as
 * Code.
 *
 * <p>This class keeps, saves and loads the settings. {@link SlackNotifyForm} is their form, {@link EngineSettingsFactory} translates
 * them for the engine. The names of the fields are those of the XML file on disk. The class holds the id of a credential, never a
 * token. It keeps blank texts as null, which stands for the default.
 */
@Extension
@Symbol("slackNotify")
public class SlackNotifyConfiguration extends SlackNotifyForm {
    private static final Logger LOGGER = Logger.getLogger(SlackNotifyConfiguration.class.getName());

    private static final Set<EventKind> DEFAULT_EVENTS = EnumSet.of(
            EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED, EventKind.UNSTABLE, EventKind.LOST);

    private boolean enabled = true;
    private String credentialsId;
    private String teamId;
    private String channel;
    private String botName;
    private String botIcon;
    private List<String> events = ids(DEFAULT_EVENTS);
    private SeverityTable severities = new SeverityTable();
    private String threadDetails = ThreadDetails.SHORT.id();
    private String language;
    private List<String> emoji = new ArrayList<>();
    private int expiryHours = ExpiryHours.STANDARD;
    private boolean quietDownNotices = true;
    private String apiUrl;
    private DirectMessagesConfig personal = new DirectMessagesConfig();
    private SystemRouting routing = new SystemRouting();
    private InboundConfig inbound = new InboundConfig();

    /** Null while no workspace was renamed. */
    @CheckForNull
    private FormerNames formerWorkspaces;

    /** Kept between changes, as each event asks for it. */
    private final transient Memoized<EngineSettings> engineSettings = new Memoized<>(() -> toEngineSettings(routing));

    /** How often a setter was called, by which a change is told from none. */
    private transient int changes;

    public SlackNotifyConfiguration() {
        load();
    }

    private SlackNotifyConfiguration(SeverityTable severities) {
        this.severities = severities;
    }

    /** Returns settings as in a new Jenkins. They are of no effect, and must not be saved. */
    static SlackNotifyConfiguration withDefaults() {
        return new SlackNotifyConfiguration(new SeverityTable());
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

    @Override
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        save();
    }

    /** The id of the workspace ({@code T…}) for the token of a whole organisation; null for any other token. */
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

    @Override
    @CheckForNull
    public String getChannel() {
        return channel;
    }

    /**
     * Sets the system channel. A person who is stored already stays, so that saving the rest of a form is possible.
     *
     * @throws IllegalArgumentException where it is a person, or no channel can have this name
     */
    @DataBoundSetter
    public void setChannel(@CheckForNull String channel) {
        String before = this.channel;
        this.channel = before != null && before.equals(channel)
                ? ChannelName.addressee(channel)
                : ChannelName.checked(channel);
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

    /** {@inheritDoc} The ids are {@link EventKind#id()}s. */
    @Override
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    /** @throws IllegalArgumentException where a kind is not known */
    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = ids(kinds(NoneList.read(events)));
        save();
    }

    @Override
    public SeverityTable getSeverities() {
        return severities;
    }

    @DataBoundSetter
    public void setSeverities(@CheckForNull SeverityTable severities) {
        this.severities = severities == null ? new SeverityTable() : severities;
        save();
    }

    /** The details in the thread of a bad build, as {@link ThreadDetails#id()}. */
    public String getThreadDetails() {
        return threadDetails;
    }

    /** @throws IllegalArgumentException where there is no such choice */
    @DataBoundSetter
    public void setThreadDetails(@CheckForNull String threadDetails) {
        this.threadDetails = (threadDetails == null ? ThreadDetails.SHORT : ThreadDetails.parse(threadDetails)).id();
        save();
    }

    /** The language of messages, as {@link MessageLanguage#id()}; null for that of the Jenkins process. */
    @CheckForNull
    public String getLanguage() {
        return language;
    }

    /** @throws IllegalArgumentException where there is no such language */
    @DataBoundSetter
    public void setLanguage(@CheckForNull String language) {
        this.language = checkedLanguage(language);
        save();
    }

    @CheckForNull
    private static String checkedLanguage(@CheckForNull String given) {
        return FieldParser.id(given, MessageLanguage::parse, MessageLanguage::id);
    }

    /** The emoji that an administrator has chosen, a line each, as {@link EmojiSet} reads them. */
    public List<String> getEmoji() {
        return List.copyOf(emoji);
    }

    /** {@link #getEmoji} for a text area. */
    public String getEmojiLines() {
        return String.join("\n", emoji);
    }

    /** @throws IllegalArgumentException where a line is not an emoji of an event or severity */
    @DataBoundSetter
    public void setEmoji(@CheckForNull List<String> emoji) {
        this.emoji = checkedEmoji(FormLists.stripped(emoji));
        save();
    }

    private static List<String> checkedEmoji(List<String> lines) {
        EmojiSet.parse(lines);
        return new ArrayList<>(lines);
    }

    /** The hours after which a message that could not be sent is dropped. */
    public int getExpiryHours() {
        return expiryHours;
    }

    /** @throws IllegalArgumentException where it is less than one hour or more than a week */
    @DataBoundSetter
    public void setExpiryHours(int expiryHours) {
        this.expiryHours = ExpiryHours.RANGE.checked(expiryHours);
        save();
    }

    /** Returns whether channels are told, too, when Jenkins starts no builds and nobody has asked for that in Slack. */
    public boolean isQuietDownNotices() {
        return quietDownNotices;
    }

    @DataBoundSetter
    public void setQuietDownNotices(boolean quietDownNotices) {
        this.quietDownNotices = quietDownNotices;
        save();
    }

    @CheckForNull
    public String getApiUrl() {
        return apiUrl;
    }

    /** @throws IllegalArgumentException where a token must not be sent to such an address */
    @DataBoundSetter
    public void setApiUrl(@CheckForNull String apiUrl) {
        this.apiUrl = checkedApiUrl(apiUrl);
        save();
    }

    /** The settings of direct messages. */
    public DirectMessagesConfig getPersonal() {
        return personal;
    }

    @DataBoundSetter
    public void setPersonal(@CheckForNull DirectMessagesConfig personal) {
        this.personal = personal == null ? new DirectMessagesConfig() : personal;
        save();
    }

    /** The workspaces, destinations, templates and rules of the system. */
    public SystemRouting getRouting() {
        return routing;
    }

    /** @throws IllegalArgumentException where something in it refers to what does not exist, or can never apply */
    @DataBoundSetter
    public void setRouting(@CheckForNull SystemRouting routing) {
        SystemRouting given = routing == null ? new SystemRouting() : routing;
        given.check();
        this.routing = given;
        save();
    }

    /**
     * Applies a change of the routing that the caller has checked. What else is in it is not checked again: a file that somebody has
     * written may hold what is invalid, and that must not keep the rest from being changed.
     */
    public void replaceRouting(SystemRouting changed) {
        replace(changed, inbound);
    }

    /** Applies a change of the routing, and what follows from it in the inbound settings, as {@link #replaceRouting} does. */
    public void replace(SystemRouting changedRouting, InboundConfig changedInbound) {
        this.routing = changedRouting;
        this.inbound = changedInbound;
        save();
    }

    /** Notes that a workspace of the routing has a new name, by which what is stored under the former one is found. */
    public void workspaceRenamed(String before, String after) {
        formerWorkspaces = FormerNames.with(formerWorkspaces, before, after);
        save();
    }

    /** The former names of workspaces that lead to one, each with the name now. */
    public Map<String, String> renamedWorkspaces() {
        return FormerNames.leading(formerWorkspaces, this::isWorkspace);
    }

    /** Returns the name now of a workspace that may have been stored under a former one. */
    String currentWorkspace(String stored) {
        return FormerNames.current(formerWorkspaces, stored, this::isWorkspace);
    }

    private boolean isWorkspace(String name) {
        return routing.credentialsOf(name).isPresent();
    }

    /** The settings of requests from Slack. */
    @Override
    public InboundConfig getInbound() {
        return inbound;
    }

    /** @throws IllegalArgumentException where something in it is invalid */
    @DataBoundSetter
    public void setInbound(@CheckForNull InboundConfig inbound) {
        InboundConfig given = inbound == null ? new InboundConfig() : inbound;
        given.check();
        this.inbound = given;
        save();
    }

    /**
     * Applies a change of the inbound settings that no person has typed into their form. What was invalid before stays as it is.
     *
     * @throws IllegalArgumentException where the change itself is invalid
     */
    public void changeInbound(InboundConfig changed) {
        changed.checkChangeOf(inbound);
        replace(routing, changed);
    }

    /**
     * The inbound settings that have an effect: with everything off while {@link #isEnabled} is false. A copy of a Jenkins
     * whose notifications are switched off must not take requests from the original.
     */
    public InboundConfig inboundInEffect() {
        return enabled ? inbound : new InboundConfig();
    }

    /** The abilities that have an effect: none while {@link #isEnabled} is false. */
    public Set<Ability> abilitiesInEffect() {
        return inboundInEffect().enabledAbilities();
    }

    /** Finds the secrets of the apps that may send requests, on the terms of {@link InboundConfig#resolve}. */
    public ResolvedInbound resolveInbound() {
        Set<String> workspaces =
                routing.getWorkspaces().stream().map(WorkspaceConfig::getName).collect(Collectors.toSet());
        return inboundInEffect().resolve(workspaces);
    }

    /** {@inheritDoc} It is read with the former names of classes as well. */
    @Override
    protected XmlFile getConfigFile() {
        return StoredTypeNames.settingsFile(super.getConfigFile().getFile());
    }

    /** {@inheritDoc} What the disk does not take is only logged; {@link SettingsChange} tells it. */
    @Override
    public synchronized void save() {
        changes++;
        engineSettings.forget();
        super.save();
    }

    /** Returns a number that changes with each call of a setter. */
    synchronized int changes() {
        return changes;
    }

    /**
     * Saves the settings, unless that is left to a {@code BulkChange}, as {@link #save} does.
     *
     * @throws IOException where the disk does not take them
     */
    synchronized void write() throws IOException {
        engineSettings.forget();
        if (!BulkChange.contains(this)) {
            XmlFile file = getConfigFile();
            file.write(this);
            SaveableListener.fireOnChange(this, file);
        }
    }

    /** Returns settings with the same values, to go back to. They are of no effect, and must not be saved. */
    SlackNotifyConfiguration snapshot() {
        return XmlDefaults.copy(this, withDefaults());
    }

    /** Takes the values of a {@link #snapshot} again, and saves nothing. */
    synchronized void goBackTo(SlackNotifyConfiguration before) {
        XmlDefaults.copy(before, this);
        engineSettings.forget();
    }

    @Override
    public synchronized void load() {
        super.load();
        // The fields that the file lacks keep their defaults, as Jenkins reads it into this object; a list may hold
        // null.
        XmlDefaults.complete(this, this);
        checkLoaded();
        engineSettings.forget();
    }

    /** Checks what somebody else than a form or YAML may have written into the file: one invalid value must not end all messages. */
    private void checkLoaded() {
        credentialsId = Util.fixEmptyAndTrim(credentialsId);
        teamId = XmlDefaults.checked("teamId", teamId, TeamId::checked, null);
        channel = XmlDefaults.checked("channel", channel, ChannelName::addressee, null);
        botName = Util.fixEmptyAndTrim(botName);
        botIcon = Util.fixEmptyAndTrim(botIcon);
        threadDetails = XmlDefaults.checked(
                "threadDetails",
                threadDetails,
                details -> ThreadDetails.parse(details).id(),
                ThreadDetails.SHORT.id());
        language = XmlDefaults.checked("language", language, SlackNotifyConfiguration::checkedLanguage, null);
        emoji = XmlDefaults.checked("emoji", emoji, SlackNotifyConfiguration::checkedEmoji, new ArrayList<>());
        expiryHours = XmlDefaults.checked("expiryHours", expiryHours, ExpiryHours.RANGE::checked, ExpiryHours.STANDARD);
        apiUrl = XmlDefaults.checked("apiUrl", apiUrl, SlackNotifyConfiguration::checkedApiUrl, null);
    }

    /** @throws IllegalArgumentException where a token must not be sent to such an address */
    @CheckForNull
    private static String checkedApiUrl(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        URI url = given == null ? ApiUrl.SLACK : ApiUrl.of(given);
        return url.equals(ApiUrl.SLACK) ? null : url.toString();
    }

    /** Returns the address of Slack's API by the present settings. */
    public static URI currentApiUrl() {
        return get().toEngineSettings().apiUrl();
    }

    /** The current settings, as the engine needs them. */
    public EngineSettings toEngineSettings() {
        return engineSettings.get();
    }

    /**
     * Applies what the environment has for a setting that is empty, where the file that a variable names has another usable value
     * than before: one that is missing or half written for a moment does not stop the messages. Reads that file, so this is no work
     * for the thread of a build.
     */
    public void followEnvironment() {
        boolean isOther = engineSettings.renewIf(known -> channelInUse()
                .filter(usable -> !usable.equals(known.defaultChannel()))
                .isPresent());
        if (isOther) {
            LOGGER.info("Slack notifications find another system channel in the environment");
        }
    }

    /** The system channel: the chosen one, or else that of the environment. */
    public Optional<String> channelInUse() {
        return Optional.ofNullable(channel).or(() -> ControllerEnvironment.get().channel());
    }

    /** The current settings with another routing in place of the saved one, for a preview. */
    public EngineSettings toEngineSettings(SystemRouting candidate) {
        return new EngineSettingsFactory(this).create(candidate);
    }

    /** The id of the credential that holds the token of the system: the chosen one, or else that of the environment. */
    public Optional<String> credentialsIdInUse() {
        return Optional.ofNullable(credentialsId)
                .or(() -> ControllerEnvironment.get().credentialsId());
    }

    /** The scopes that the token of the system needs with these settings. */
    public ScopeNeeds toScopeNeeds() {
        return new ScopeNeedsFactory(this).ofSystem();
    }

    /** The scopes that the token of a workspace in {@link #getRouting} needs with these settings. */
    public ScopeNeeds toScopeNeeds(String workspace) {
        return new ScopeNeedsFactory(this).ofWorkspace(workspace);
    }

    @Override
    ScopeNeeds needsBesidesSender() {
        return new ScopeNeeds(
                false,
                new ScopeNeedsFactory(this).notifiesPeople(),
                inboundInEffect().abilitiesIn(null));
    }

    /** The view of the page System, which only says where the settings are. */
    @Override
    public String getGlobalConfigPage() {
        return "global.jelly";
    }

    /** Applies the settings that a form has, and keeps the others. The page System has none. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        try {
            take(request, form);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not save the configuration of Slack notifications", e);
        }
        return true;
    }

    /**
     * Applies the settings that a form has, and keeps the others.
     *
     * @throws FormException where a value is invalid; nothing is changed then
     * @throws IOException where the disk does not take them; nothing is changed then
     */
    public void take(StaplerRequest2 request, JSONObject form) throws FormException, IOException {
        if (form.has("severities")) {
            // A form does not mention the boxes that are not ticked.
            form.putIfAbsent("events", List.of());
        }
        FormLists.splitLines(form, "emoji");
        FormLists.numbersAsText(form, "expiryHours");
        DirectMessagesConfig.complete(form.optJSONObject("personal"));
        RoutingForm.complete(form.optJSONObject("routing"));
        InboundConfig.complete(form.optJSONObject("inbound"));
        try {
            validate(scratch -> request.bindJSON(scratch, form));
            bind(request, form);
        } catch (IllegalArgumentException e) {
            throw new FormException(FieldValidation.rootCause(e).getMessage(), "slackNotify");
        }
    }

    /**
     * Applies a change to an unsaved copy. An invalid value thus leaves the real settings as they were.
     *
     * @param change throws {@link IllegalArgumentException} where a value is invalid
     */
    public static void validate(Consumer<SlackNotifyConfiguration> change) {
        SlackNotifyConfiguration scratch = new SlackNotifyConfiguration();
        try (BulkChange unsaved = new BulkChange(scratch)) {
            change.accept(scratch);
        }
    }

    private void bind(StaplerRequest2 request, JSONObject form) throws IOException {
        SettingsChange.make(this, () -> {
            List<String> eventsBefore = events;
            DirectMessagesConfig personalBefore = personal;
            InboundConfig inboundBefore = inbound;
            request.bindJSON(this, form);
            events = StoredIds.withUnknown(events, eventsBefore, EventKind::parse);
            personal.keepUnknown(personalBefore);
            inbound.keepUnknown(inboundBefore);
        });
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
