package io.jenkins.plugins.slacknotify.config.installation;

import static io.jenkins.plugins.slacknotify.config.installation.RefusedException.success;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore;
import io.jenkins.plugins.slacknotify.manifest.AppManifest;
import io.jenkins.plugins.slacknotify.manifest.ManifestMerge;
import io.jenkins.plugins.slacknotify.slack.api.ConfigurationToken;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import io.jenkins.plugins.slacknotify.slack.app.CreatedApp;
import io.jenkins.plugins.slacknotify.slack.app.ManifestClient;
import java.io.IOException;
import java.net.URI;

/**
 * Makes and updates the app in Slack with a configuration token that a person has pasted. The token lives as long as the call that it
 * is for: it can change all apps of that person, so it is kept nowhere.
 */
public final class AppMaker {
    private final ConfigurationToken token;

    /** @throws RefusedException where the text is no such token */
    public AppMaker(@CheckForNull String pasted) throws RefusedException {
        try {
            token = ConfigurationToken.of(pasted);
        } catch (WrongTokenException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    /**
     * Makes an app, and keeps its secrets as credentials and its id in the settings.
     *
     * @return the id of the app
     * @throws RefusedException where there is no app, or it is there and not all was kept; the sentence says which
     */
    public String make(AppManifest manifest) throws RefusedException {
        RefusedException.throwIf(SystemCredentialStore.findProblem());
        URI api = SlackNotifyConfiguration.currentApiUrl();
        try (ManifestClient slack = SharedSlackClient.manifests()) {
            success(slack.validate(api, token, manifest.json(), null));
            CreatedApp app = success(slack.create(api, token, manifest.json()));
            try {
                AppSettings.keep(app);
                AppManifests.record().write(manifest);
            } catch (IOException e) {
                throw new RefusedException(Messages.AppMaker_notKept(app.id(), e.getMessage()));
            }
            return app.id();
        }
    }

    /**
     * Gives an app the manifest that it needs now. What people have decided in Slack, such as its name, stays.
     *
     * @param manifest what the settings need; an app of an organisation needs its events besides
     * @return whether it has to be installed again
     * @throws RefusedException where it has the old one
     */
    public boolean update(String appId, AppManifest manifest) throws RefusedException {
        URI api = SlackNotifyConfiguration.currentApiUrl();
        try (ManifestClient slack = SharedSlackClient.manifests()) {
            String present = success(slack.export(api, token, appId));
            AppManifest needed = manifest.forApp(present);
            String merged = ManifestMerge.merge(needed, present);
            success(slack.validate(api, token, merged, appId));
            boolean again = success(slack.update(api, token, appId, merged));
            try {
                AppManifests.record().write(needed);
            } catch (IOException e) {
                throw new RefusedException(Messages.AppMaker_notRecorded());
            }
            return again;
        }
    }
}
