package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Finds the secrets of the configured apps, as Jenkins itself. What is missing or wrong becomes a problem, never an exception.
 * Calls credentials providers on the caller's thread.
 *
 * @param workspaces the names of the workspaces that there are
 */
record AppResolver(ControllerEnvironment environment, Set<String> workspaces, SecretFinder secrets) {
    /** The name of the app that only the environment configures. */
    static final String ENVIRONMENT_APP = "environment";

    private static final Logger LOGGER = Logger.getLogger(AppResolver.class.getName());

    /** The look-up of a secret among the credentials that the whole system may use. */
    @FunctionalInterface
    interface SecretFinder {
        /** Returns the secret of a credential, as it is kept; empty where there is no such credential. */
        Optional<String> find(String credentialsId);
    }

    /** Makes one that asks Jenkins' credentials. */
    static AppResolver ofJenkins(Set<String> workspaces) {
        return new AppResolver(
                ControllerEnvironment.get(),
                workspaces,
                id -> BotTokenCredentials.findForSystem(id)
                        .map(credentials -> credentials.getSecret().getPlainText()));
    }

    /** Makes one that asks Jenkins' credentials for a page, with a time limit. */
    static AppResolver ofJenkinsForPage(Set<String> workspaces) {
        return new AppResolver(
                ControllerEnvironment.get(),
                workspaces,
                id -> BotTokenCredentials.findForPage(id).map(BotTokenCredentials.Found::secret));
    }

    /** Resolves the configured apps, or that of the environment where none is configured. */
    List<ResolvedApp> resolve(List<SlackAppConfig> configured) {
        List<SlackAppConfig> apps =
                configured.isEmpty() && hasSecretOfAnApp() ? List.of(new SlackAppConfig(ENVIRONMENT_APP)) : configured;
        Optional<SlackAppConfig> ofEnvironment = ofEnvironment(apps, AppSecretKind.SIGNING_SECRET);
        return apps.stream()
                .map(app -> new Resolution(app, ofEnvironment.stream().anyMatch(it -> it == app)).resolve())
                .toList();
    }

    /**
     * Resolves the client ids and secrets of the configured apps, or of the environment where none is configured. An app without
     * either is left out. Those of the environment belong to the first app that chooses neither of its own.
     */
    List<AppClient> clients(List<SlackAppConfig> configured) {
        List<SlackAppConfig> apps = configured.isEmpty() ? List.of(new SlackAppConfig(ENVIRONMENT_APP)) : configured;
        Optional<SlackAppConfig> ofEnvironment = ofEnvironment(apps, AppSecretKind.CLIENT_ID);
        return apps.stream()
                .filter(app -> !choosesNoClient(app) || hasOneOf(AppSecretKind.CLIENT_ID, AppSecretKind.CLIENT_SECRET))
                .map(app -> new Resolution(app, ofEnvironment.stream().anyMatch(it -> it == app)))
                .filter(app -> app.usesEnvironment || !choosesNoClient(app.config))
                .map(Resolution::client)
                .toList();
    }

    /**
     * Returns the app that gets the environment's secret of a kind: the first one that chooses no secret at all, and of client id and
     * secret the first one that chooses neither of the two.
     */
    static Optional<SlackAppConfig> ofEnvironment(List<SlackAppConfig> apps, AppSecretKind kind) {
        Predicate<SlackAppConfig> isFree =
                switch (kind) {
                    case CLIENT_ID, CLIENT_SECRET -> AppResolver::choosesNoClient;
                    case SIGNING_SECRET, APP_TOKEN -> SlackAppConfig::hasNoCredentials;
                };
        return apps.stream().filter(isFree).findFirst();
    }

    private static boolean choosesNoClient(SlackAppConfig app) {
        return app.getClientIdCredentialsId() == null && app.getClientSecretCredentialsId() == null;
    }

    /** Returns whether the environment has a secret with which an app can send requests. */
    private boolean hasSecretOfAnApp() {
        return hasOneOf(AppSecretKind.SIGNING_SECRET, AppSecretKind.APP_TOKEN);
    }

    private boolean hasOneOf(AppSecretKind... kinds) {
        return Stream.of(kinds)
                .anyMatch(kind -> environment.read(kind.variable()).isSet());
    }

    /** The resolution of one app, which collects its problems. */
    private final class Resolution {
        private final SlackAppConfig config;
        private final boolean usesEnvironment;
        private final List<InboundProblem> problems = new ArrayList<>();

        Resolution(SlackAppConfig config, boolean usesEnvironment) {
            this.config = config;
            this.usesEnvironment = usesEnvironment;
        }

        ResolvedApp resolve() {
            config.validationErrors().forEach((field, error) -> add(Messages.AppResolver_invalid(field, error)));
            SigningSecret signingSecret =
                    secret(AppSecretKind.SIGNING_SECRET).map(SigningSecret::of).orElse(null);
            AppToken token = secret(AppSecretKind.APP_TOKEN)
                    .map(AppToken::of)
                    .filter(this::isOfThisApp)
                    .orElse(null);
            if (config.getWorkspace() != null && !workspaces.contains(config.getWorkspace())) {
                add(Messages.AppResolver_noWorkspace(config.getWorkspace()));
            }
            if (signingSecret == null && token == null && problems.isEmpty()) {
                add(Messages.AppResolver_noSecret());
            }
            String appId =
                    config.getAppId() == null && token != null ? token.appId().orElse(null) : config.getAppId();
            return new ResolvedApp(new InboundApp(config.getName(), appId, signingSecret), token, problems);
        }

        AppClient client() {
            Optional<String> id = secret(AppSecretKind.CLIENT_ID);
            Optional<String> clientSecret = secret(AppSecretKind.CLIENT_SECRET);
            if (problems.isEmpty() && id.isEmpty() != clientSecret.isEmpty()) {
                add(Messages.AppResolver_halfAClient());
            }
            ClientCredentials credentials = id.flatMap(
                            known -> clientSecret.map(secret -> ClientCredentials.of(known, secret)))
                    .orElse(null);
            return new AppClient(
                    config.getName(),
                    config.getAppId(),
                    credentials,
                    problems.stream().map(InboundProblem::description).toList());
        }

        private boolean isOfThisApp(AppToken token) {
            String expected = config.getAppId();
            Optional<String> other = token.appId().filter(id -> expected != null && !id.equals(expected));
            other.ifPresent(id -> add(Messages.AppResolver_otherApp(id, expected)));
            return other.isEmpty();
        }

        /** Finds the secret of a kind; empty where there is none that can be used. */
        private Optional<String> secret(AppSecretKind kind) {
            String id = credentialsId(kind);
            if (id == null) {
                return Optional.empty();
            }
            Optional<String> secret = find(kind, id).map(PastedText::clean);
            Optional<String> error = secret.flatMap(kind::errorOf);
            error.ifPresent(text -> add(Messages.AppResolver_wrong(kind.label(), text)));
            return error.isPresent() ? Optional.empty() : secret;
        }

        @CheckForNull
        private String credentialsId(AppSecretKind kind) {
            return usesEnvironment
                    ? environment.credentialsId(kind.variable()).orElse(null)
                    : config.credentialsId(kind);
        }

        private Optional<String> find(AppSecretKind kind, String id) {
            try {
                Optional<String> found = secrets.find(id);
                if (found.isEmpty()) {
                    add(Messages.AppResolver_wrong(kind.label(), BotTokenCredentials.gone(id)));
                }
                return found;
            } catch (RuntimeException e) {
                // Providers are other plugins, and some ask a server.
                LOGGER.log(Level.WARNING, e, () -> "Could not look up the credential '" + id + "'");
                add(Messages.AppResolver_wrong(kind.label(), Messages.AppResolver_failed(id)));
                return Optional.empty();
            }
        }

        private void add(String description) {
            problems.add(new InboundProblem(config.getName(), description));
        }
    }
}
