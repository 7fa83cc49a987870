package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.TeamId;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.installation.Installation;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The slots for tokens in the settings: that of the system, those of the named workspaces, and one for a new workspace. */
public final class TokenSlots {
    private final SlackNotifyConfiguration configuration;

    public TokenSlots(SlackNotifyConfiguration configuration) {
        this.configuration = configuration;
    }

    public List<TokenSlot> all() {
        Stream<TokenSlot> named = configuration.getRouting().getWorkspaces().stream()
                .map(each -> new TokenSlot(
                        TokenSlot.NAMED + each.getName(),
                        Messages.TokenSlots_named(each.getName()),
                        each.getCredentialsId()));
        return Stream.of(
                        Stream.of(new TokenSlot(
                                TokenSlot.SYSTEM, Messages.TokenSlots_system(), configuration.getCredentialsId())),
                        named,
                        Stream.of(new TokenSlot(TokenSlot.NEW, Messages.TokenSlots_another(), null)))
                .flatMap(slots -> slots)
                .toList();
    }

    /** Returns the slot of an id that a form has sent; empty where there is no such slot any more. */
    public Optional<TokenSlot> find(@CheckForNull String id) {
        return all().stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    /**
     * Returns the slot where a token most likely belongs: that of the same workspace or organisation; that of the system, while it
     * has no token that works; otherwise a new one. Asks Slack about the tokens that are configured, on the caller's thread.
     */
    public TokenSlot proposed(AppGrant grant) {
        return ofEarlierInstallation(grant)
                .or(() -> ofSameOwner(grant))
                .or(() -> Optional.of(TokenSlot.SYSTEM).filter(system -> !hasWorkingSystemToken()))
                .or(() -> Optional.of(TokenSlot.NEW))
                .flatMap(this::find)
                .orElseThrow();
    }

    private Optional<String> ofEarlierInstallation(AppGrant grant) {
        return KnownInstallations.get()
                .store()
                .find(grant)
                .map(Installation::credentialsId)
                .flatMap(credentialsId -> all().stream()
                        .filter(slot -> credentialsId.equals(slot.credentialsId()))
                        .map(TokenSlot::id)
                        .findFirst());
    }

    private Optional<String> ofSameOwner(AppGrant grant) {
        return ConfiguredBot.all().stream()
                .filter(bot -> identity(bot)
                        .success()
                        .filter(identity ->
                                identity.teamId().equals(grant.owner().id()))
                        .isPresent())
                .map(bot -> bot.workspace() == null ? TokenSlot.SYSTEM : TokenSlot.NAMED + bot.workspace())
                .filter(id ->
                        find(id).filter(slot -> isOfOtherKnownApp(slot, grant)).isEmpty())
                .findFirst();
    }

    /** Whether a slot has the token of another app that the settings have as well, so that both go on beside each other. */
    private boolean isOfOtherKnownApp(TokenSlot slot, AppGrant grant) {
        return KnownInstallations.get()
                .ofCredential(slot.credentialsId())
                .filter(held -> !held.isOf(grant))
                .filter(held -> configuration.getInbound().getApps().stream()
                        .anyMatch(app -> held.appId().equals(app.getAppId())))
                .isPresent();
    }

    private boolean hasWorkingSystemToken() {
        return ConfiguredBot.all().stream()
                .filter(bot -> bot.workspace() == null)
                .anyMatch(bot -> !identity(bot).isRefused(Refusal::permanent));
    }

    /** Asks whose token it is; a missing one counts as refused, and one that cannot be read now as one that may be good. */
    private static SlackResult<BotIdentity> identity(ConfiguredBot bot) {
        try {
            return bot.identify();
        } catch (TokenUnavailableException e) {
            return e.isTemporary()
                    ? new SlackResult.Unreachable<>(e.getMessage())
                    : new SlackResult.Refused<>(new Refusal("not_authed", e.getMessage()));
        }
    }

    /**
     * Returns the id of the credential that is to hold a granted token for a slot: the one that the slot has, or one that is free.
     * Several apps can be in one workspace, and the token of one must not replace that of another which another slot uses.
     */
    public String credentialsIdFor(TokenSlot slot, AppGrant grant) {
        String owner = grant.owner().id();
        String present = slot.credentialsId();
        Stream<String> ids = Stream.concat(Stream.of(owner), numbered(owner + "-" + grant.appId()))
                .map(SystemCredentialStore::botId);
        return present != null && SystemCredentialStore.has(present) && !isOfOtherApp(present, slot, grant)
                ? present
                : ids.filter(id -> isFree(id, slot, grant)).findFirst().orElseThrow();
    }

    /**
     * Returns the id of the credential that is to hold a pasted token of the system: the one that the system has, or one that is free.
     *
     * @param owner the id of the workspace or organisation
     */
    String credentialsIdForSystem(String owner) {
        TokenSlot system = find(TokenSlot.SYSTEM).orElseThrow();
        String present = system.credentialsId();
        return present != null && SystemCredentialStore.has(present)
                ? present
                : numbered(owner)
                        .map(SystemCredentialStore::botId)
                        .filter(id -> !isInUseBeside(system, id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether another slot goes on with a credential whose token is of another app, as far as that is known. */
    private boolean isOfOtherApp(String credentialsId, TokenSlot slot, AppGrant grant) {
        return isInUseBeside(slot, credentialsId)
                && KnownInstallations.get()
                        .ofCredential(credentialsId)
                        .filter(held -> !held.isOf(grant))
                        .isPresent();
    }

    /** Whether nothing is lost where a credential gets the token: it holds that of the same installation, or none that a slot uses. */
    private boolean isFree(String credentialsId, TokenSlot slot, AppGrant grant) {
        Optional<Installation> held = KnownInstallations.get().ofCredential(credentialsId);
        return !SystemCredentialStore.has(credentialsId)
                || held.map(installation -> installation.isOf(grant))
                        .orElseGet(() -> !isInUseBeside(slot, credentialsId));
    }

    private boolean isInUseBeside(TokenSlot slot, String credentialsId) {
        return all().stream()
                .anyMatch(other -> !other.id().equals(slot.id()) && credentialsId.equals(other.credentialsId()));
    }

    /** Returns a name, and after it the same with a number, without end: {@code a}, {@code a-2}, {@code a-3}. */
    private static Stream<String> numbered(String name) {
        return Stream.concat(
                Stream.of(name), Stream.iterate(2, number -> number + 1).map(number -> name + "-" + number));
    }

    /** Returns a name for a workspace that no other has. */
    public String freeName(String wanted) {
        String base = wanted.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        String name = base.replaceAll("^-+|-+$", "");
        String usable = name.isEmpty() ? "workspace" : name;
        return numbered(usable)
                .filter(each -> configuration.getRouting().credentialsOf(each).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Checks what a person has entered for a slot.
     *
     * @param name for a new workspace
     * @param teamId of the workspace, for a token of an organisation; null for none
     * @throws IllegalArgumentException with a sentence for that person
     */
    public void check(TokenSlot slot, @CheckForNull String name, @CheckForNull String teamId) {
        TeamId.checked(teamId);
        if (slot.isAnotherWorkspace()) {
            String checked = FieldParser.name("workspace", name);
            if (configuration.getRouting().credentialsOf(checked).isPresent()) {
                throw new IllegalArgumentException(Messages.TokenSlots_taken(checked));
            }
        }
    }

    /**
     * Has the settings take a credential for a slot. What is right already is not touched. What is invalid elsewhere in the routing
     * does not matter, as the token is kept by then.
     *
     * @throws IllegalArgumentException where somebody else has taken the name of a new workspace meanwhile
     * @throws IOException where the settings cannot be saved
     */
    public void choose(TokenSlot slot, String credentialsId, @CheckForNull String name, @CheckForNull String teamId)
            throws IOException {
        String team = TeamId.checked(teamId);
        SettingsChange.make(configuration, () -> {
            check(slot, name, teamId);
            if (slot.id().equals(TokenSlot.SYSTEM)) {
                if (!credentialsId.equals(configuration.getCredentialsId())) {
                    configuration.setCredentialsId(credentialsId);
                }
                if (team != null && !team.equals(configuration.getTeamId())) {
                    configuration.setTeamId(team);
                }
            } else {
                configuration.replaceRouting(with(configuration.getRouting(), slot, credentialsId, name, team));
            }
        });
    }

    /** Returns a routing in which the workspace of a slot has a credential, and all else is as it was. */
    static SystemRouting with(
            SystemRouting old,
            TokenSlot slot,
            String credentialsId,
            @CheckForNull String name,
            @CheckForNull String team) {
        List<WorkspaceConfig> workspaces = new ArrayList<>();
        for (WorkspaceConfig each : old.getWorkspaces()) {
            boolean isMeant = slot.id().equals(TokenSlot.NAMED + each.getName());
            workspaces.add(isMeant ? each.withCredentials(credentialsId, team) : each);
        }
        if (slot.isAnotherWorkspace()) {
            WorkspaceConfig added =
                    new WorkspaceConfig(Objects.requireNonNull(name).strip(), credentialsId);
            added.setTeamId(team);
            workspaces.add(added);
        }
        SystemRouting routing = old.copy();
        routing.setWorkspaces(workspaces);
        return routing;
    }
}
