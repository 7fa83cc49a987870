package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.Sentences;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionsConfig;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The settings of requests from Slack: {@code inbound:} of {@code unclassified: slackNotify:} in Configuration as
 * Code. Everything is off until an ability is switched on.
 */
public class InboundConfig implements Describable<InboundConfig> {
    /** The path in Configuration as Code. */
    public static final String PATH = "unclassified.slackNotify.inbound";

    /** The path below the root of Jenkins to which Slack sends signed requests, without a slash. */
    public static final String ENDPOINT = "slack-notify-events";

    private static final int MAX_REQUESTS_PER_MINUTE = 600;
    private static final int MAX_SIGN_IN_DAYS = 30;

    static final WholeNumber REQUESTS = new WholeNumber(
            "requestsPerMinute",
            1,
            MAX_REQUESTS_PER_MINUTE,
            () -> Messages.InboundConfig_requests(MAX_REQUESTS_PER_MINUTE, InboundSettings.REQUESTS_PER_MINUTE));

    static final WholeNumber SIGN_IN_DAYS = new WholeNumber("maxSignInDays", 0, 3650, Messages::InboundConfig_days);

    private List<String> abilities = new ArrayList<>();
    private String command = SlashCommandName.STANDARD;
    private int requestsPerMinute = InboundSettings.REQUESTS_PER_MINUTE;
    private List<SlackAppConfig> apps = new ArrayList<>();

    /** An object, as zero has a meaning and a missing element has none. */
    private Integer maxSignInDays = MAX_SIGN_IN_DAYS;

    private SubscriptionsConfig subscriptions = new SubscriptionsConfig();

    @DataBoundConstructor
    public InboundConfig() {
        // Everything has a setter.
    }

    private Object readResolve() {
        XmlDefaults.complete(this, new InboundConfig());
        command = XmlDefaults.checked("inbound.command", command, SlashCommandName::checked, SlashCommandName.STANDARD);
        requestsPerMinute = XmlDefaults.checked(
                "inbound.requestsPerMinute", requestsPerMinute, REQUESTS::checked, InboundSettings.REQUESTS_PER_MINUTE);
        maxSignInDays =
                XmlDefaults.checked("inbound.maxSignInDays", maxSignInDays, SIGN_IN_DAYS::checked, MAX_SIGN_IN_DAYS);
        ListElement.warnOfInvalid("the system", apps);
        return this;
    }

    /** The abilities that are on, as {@link Ability#id()}s. */
    public List<String> getAbilities() {
        return List.copyOf(abilities);
    }

    /** @throws IllegalArgumentException where an ability is not known */
    @DataBoundSetter
    public void setAbilities(@CheckForNull List<String> abilities) {
        this.abilities = FieldParser.ids(abilities, InboundConfig::parseAbility, Ability::id);
    }

    /** The slash command, with its slash. */
    public String getCommand() {
        return command;
    }

    /** @throws IllegalArgumentException where Slack takes no such command */
    @DataBoundSetter
    public void setCommand(@CheckForNull String command) {
        this.command = SlashCommandName.checked(command);
    }

    /** How many requests of one member are taken in a minute. */
    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** @throws IllegalArgumentException where it is less than one or more than 600 */
    @DataBoundSetter
    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = REQUESTS.checked(requestsPerMinute);
    }

    /**
     * How many days ago the last sign-in of a member may be, where the security realm tells groups at a sign-in alone; zero for
     * any time.
     */
    public Integer getMaxSignInDays() {
        return maxSignInDays;
    }

    /**
     * Sets how old a sign-in may be.
     *
     * @param maxSignInDays null where Stapler or Configuration as Code got something else than a number: for an {@code int}, they would
     *     have made it zero, which means "any time"
     * @throws IllegalArgumentException where it is null, negative, or more than 3650
     */
    @DataBoundSetter
    public void setMaxSignInDays(@CheckForNull Integer maxSignInDays) {
        this.maxSignInDays = SIGN_IN_DAYS.checked(maxSignInDays);
    }

    /** The Slack apps; none where the environment says it all. */
    public List<SlackAppConfig> getApps() {
        return List.copyOf(apps);
    }

    @DataBoundSetter
    public void setApps(@CheckForNull List<SlackAppConfig> apps) {
        this.apps = FormLists.copy(apps);
    }

    /** Returns equal settings, to be changed. What a file has that no setter takes, such as an ability of tomorrow, stays. */
    public InboundConfig copy() {
        return XmlDefaults.copy(this, new InboundConfig());
    }

    /** Keeps what a form could not offer: the abilities that were stored and that this version does not know. */
    public void keepUnknown(InboundConfig before) {
        abilities = StoredIds.withUnknown(abilities, before.abilities, InboundConfig::parseAbility);
    }

    /** Returns a copy of these settings in which further abilities are switched on. */
    public InboundConfig withAbilities(Set<Ability> more) {
        InboundConfig changed = copy();
        more.stream().map(Ability::id).filter(id -> !abilities.contains(id)).forEach(changed.abilities::add);
        return changed;
    }

    /** Returns settings in which each app of a workspace belongs to it by its new name. */
    public InboundConfig withRenamedWorkspace(String before, String after) {
        InboundConfig renamed = copy();
        renamed.apps.replaceAll(app -> {
            if (!before.equals(app.getWorkspace())) {
                return app;
            }
            SlackAppConfig changed = ListElement.copyOf(app);
            changed.setWorkspace(after);
            return changed;
        });
        return renamed;
    }

    /** The settings of subscriptions. */
    public SubscriptionsConfig getSubscriptions() {
        return subscriptions;
    }

    @DataBoundSetter
    public void setSubscriptions(@CheckForNull SubscriptionsConfig subscriptions) {
        this.subscriptions = subscriptions == null ? new SubscriptionsConfig() : subscriptions;
    }

    /** Returns whether nothing is configured here yet. */
    public boolean isUnused() {
        return abilities.isEmpty() && apps.isEmpty();
    }

    /** Returns the abilities that are switched on. */
    public Set<Ability> enabledAbilities() {
        return StoredIds.known(abilities, InboundConfig::parseAbility)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ability.class)));
    }

    /** Returns whether anything is taken from Slack at all. */
    public boolean isEnabled() {
        return !enabledAbilities().isEmpty();
    }

    /**
     * Finds the secrets of the apps as they are now, as Jenkins itself. Calls credentials providers on the caller's thread, so who
     * needs the result for each request keeps it until the configuration or a credential changes. Throws nothing for what is
     * missing: that becomes a problem.
     *
     * @param workspaces the names of the workspaces that there are
     */
    public ResolvedInbound resolve(Set<String> workspaces) {
        return isEnabled()
                ? ResolvedInbound.of(
                        enabledAbilities(),
                        requestsPerMinute,
                        AppResolver.ofJenkins(workspaces).resolve(apps))
                : ResolvedInbound.OFF;
    }

    /**
     * The bots for which an app may speak. One app alone may speak for all. Of several, one of a workspace speaks for the bot of that
     * workspace, and one of no workspace for all bots but those of the workspaces of others.
     *
     * @param appName of an app whose secret has proven a request; an app that is not configured any more speaks for none
     */
    public BotScope botsOf(String appName) {
        if (apps.isEmpty()) {
            return appName.equals(AppResolver.ENVIRONMENT_APP) ? BotScope.ALL : BotScope.NONE;
        }
        return apps.stream()
                .filter(app -> app.getName().equals(appName))
                .findFirst()
                .map(app -> apps.size() == 1 ? BotScope.ALL : botsOf(app))
                .orElse(BotScope.NONE);
    }

    /** The name of the workspace whose bot token belongs to an app; empty for the workspace of the system channel. */
    public Optional<String> workspaceOf(String appName) {
        return apps.stream()
                .filter(app -> app.getName().equals(appName))
                .findFirst()
                .map(SlackAppConfig::getWorkspace);
    }

    private BotScope botsOf(SlackAppConfig app) {
        String workspace = app.getWorkspace();
        return workspace == null
                ? BotScope.allBut(apps.stream()
                        .map(SlackAppConfig::getWorkspace)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                : BotScope.of(workspace);
    }

    /**
     * The abilities for which the bot token of a workspace needs scopes: all that are on where an app belongs to it, none
     * otherwise.
     *
     * @param workspace null for the workspace of the system channel, to which the app of the environment belongs as well
     */
    public Set<Ability> abilitiesIn(@CheckForNull String workspace) {
        boolean hasApp = apps.isEmpty()
                ? workspace == null
                : apps.stream().anyMatch(app -> Objects.equals(app.getWorkspace(), workspace));
        return hasApp ? enabledAbilities() : Set.of();
    }

    /**
     * The way on which requests come, as far as credentials are chosen: over HTTP where there is a signing secret and no
     * app-level token, and by Socket Mode otherwise. Looks at no secret.
     */
    public Transport transport() {
        return isSigned() && !has(AppSecretKind.APP_TOKEN) ? Transport.HTTP : Transport.SOCKET;
    }

    /** Returns whether an app has a signing secret, as far as credentials are chosen. Looks at no secret. */
    public boolean isSigned() {
        return has(AppSecretKind.SIGNING_SECRET);
    }

    private boolean has(AppSecretKind kind) {
        boolean fromEnvironment = usesEnvironment()
                && ControllerEnvironment.get().read(kind.variable()).isSet();
        return fromEnvironment || apps.stream().anyMatch(app -> app.credentialsId(kind) != null);
    }

    /** Returns whether an app has the credentials of the environment, if that has any. */
    public boolean usesEnvironment() {
        return apps.isEmpty() || apps.stream().anyMatch(SlackAppConfig::hasNoCredentials);
    }

    /** Explains why a variable of the environment is surely no secret of its kind; empty where it can be, or is not set. */
    public static Optional<String> environmentError(ControllerEnvironment environment, EnvironmentVariable variable) {
        return AppSecretKind.of(variable)
                .flatMap(kind -> environment.read(variable).usable().flatMap(kind::errorOf));
    }

    /** The checkboxes of {@link #getAbilities}. */
    public List<CheckboxOption> getAbilityRows() {
        return CheckboxOption.ofAbilities(abilities);
    }

    /**
     * Adds the lists that a form leaves out.
     *
     * @param form null where the form has no such section
     */
    public static void complete(@CheckForNull JSONObject form) {
        if (form != null) {
            FormLists.addMissing(form, "abilities", "apps");
            FormLists.removeBlank(form, "maxSignInDays");
            FormLists.numbersAsText(form, "maxSignInDays", "requestsPerMinute");
            SubscriptionsConfig.complete(form.optJSONObject("subscriptions"));
        }
    }

    /**
     * Validates all of these settings, before they are applied as a whole.
     *
     * @throws IllegalArgumentException with all errors, each with its path
     */
    public void check() {
        throwIfAny(errors());
    }

    /**
     * Validates a change of settings that may hold what is invalid, as somebody has written the file. That does not keep anything else
     * from being changed.
     *
     * @throws IllegalArgumentException with the errors that were not there before, each with its path
     */
    public void checkChangeOf(InboundConfig before) {
        Set<String> known = Set.copyOf(before.errors());
        throwIfAny(errors().stream().filter(error -> !known.contains(error)).toList());
    }

    private static void throwIfAny(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(Sentences.join(errors));
        }
    }

    private List<String> errors() {
        return Stream.iterate(0, index -> index < apps.size(), index -> index + 1)
                .flatMap(this::errorsOf)
                .toList();
    }

    private Stream<String> errorsOf(int index) {
        SlackAppConfig app = apps.get(index);
        String path = PATH + ".apps[" + index + "].";
        Stream<String> own = app.validationErrors().entrySet().stream()
                .map(error -> path + error.getKey() + ": " + error.getValue());
        boolean isTaken = apps.subList(0, index).stream()
                .anyMatch(other -> other.getName().equals(app.getName()));
        return isTaken && !app.isInvalid()
                ? Stream.concat(own, Stream.of(path + "name: " + Messages.InboundConfig_nameTaken(app.getName())))
                : own;
    }

    private static Ability parseAbility(String id) {
        return EnumParser.parse(Ability.class, "ability", id, Ability::id);
    }

    /** The form of these settings. */
    @Extension
    public static class DescriptorImpl extends Descriptor<InboundConfig> {
        @POST
        public FormValidation doCheckCommand(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> SlashCommandName.checked(value));
        }

        @POST
        public FormValidation doCheckRequestsPerMinute(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> REQUESTS.parse(value));
        }

        @POST
        public FormValidation doCheckMaxSignInDays(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> SIGN_IN_DAYS.parse(value));
        }
    }
}
