package io.jenkins.plugins.slacknotify.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.WrongTokenException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * Finds bot tokens among Jenkins' credentials, whatever provider they come from.
 *
 * <p>A credential that a job names is looked up as its build would see it, so the token of one folder is never found on
 * behalf of another, and one of scope {@code SYSTEM} never on behalf of a job.
 */
public final class CredentialsTokenSource implements TokenSource {
    @Override
    public BotToken find(Destination destination, BuildKey build) throws TokenUnavailableException {
        String workspace = destination.workspace();
        String credentialsId = destination.credentialsId();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            if (workspace != null) {
                return ofWorkspace(workspace);
            }
            return credentialsId == null
                    ? ofSystem()
                    : token(ofBuild(credentialsId, build).orElseThrow(() -> gone(credentialsId, build)));
        }
    }

    @Override
    @CheckForNull
    public String teamId(Destination destination) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        if (destination.workspace() != null) {
            return configuration.getRouting().teamOf(destination.workspace()).orElse(null);
        }
        return destination.credentialsId() == null ? configuration.getTeamId() : null;
    }

    /** The token that is configured for the whole system, or else that of the environment. */
    static BotToken ofSystem() throws TokenUnavailableException {
        String id = SlackNotifyConfiguration.get()
                .credentialsIdInUse()
                .orElseThrow(() -> new TokenUnavailableException(Messages.CredentialsTokenSource_none()));
        return token(BotTokenCredentials.findForSystem(id)
                .orElseThrow(() -> new TokenUnavailableException(Messages.BotTokenCredentials_gone(id))));
    }

    /** The token of a workspace that the administrator has listed; what is listed by now counts. */
    static BotToken ofWorkspace(String workspace) throws TokenUnavailableException {
        String id = SlackNotifyConfiguration.get()
                .getRouting()
                .credentialsOf(workspace)
                .orElseThrow(
                        () -> new TokenUnavailableException(Messages.CredentialsTokenSource_workspaceGone(workspace)));
        return token(BotTokenCredentials.findForSystem(id)
                .orElseThrow(() -> new TokenUnavailableException(Messages.BotTokenCredentials_gone(id))));
    }

    private static BotToken token(StringCredentials credentials) throws TokenUnavailableException {
        try {
            return BotToken.of(credentials.getSecret().getPlainText());
        } catch (WrongTokenException e) {
            throw new TokenUnavailableException(e.getMessage());
        }
    }

    private static Optional<StringCredentials> ofBuild(String id, BuildKey build) {
        Job<?, ?> job = Jenkins.get().getItemByFullName(build.job(), Job.class);
        if (job == null) {
            return Optional.empty();
        }
        Run<?, ?> run = job.getBuildByNumber(build.build());
        return Optional.ofNullable(
                run == null
                        ? CredentialsProvider.findCredentialByIdInItem(
                                id, StringCredentials.class, job, ACL.SYSTEM2, List.of())
                        : CredentialsProvider.findCredentialById(id, StringCredentials.class, run));
    }

    private static TokenUnavailableException gone(String id, BuildKey build) {
        return new TokenUnavailableException(Messages.CredentialsTokenSource_gone(id, build.job()));
    }
}
