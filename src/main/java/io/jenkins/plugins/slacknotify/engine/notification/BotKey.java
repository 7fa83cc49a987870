package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.text.FullNames;
import io.jenkins.plugins.slacknotify.routing.Destination;

/**
 * The bot of a notification, by what its token is looked up with. The id of a credential means something in one folder only, so
 * that folder is a part of the key: two folders that use one id have two bots.
 *
 * <p>Equal keys need not lead to equal tokens: the credential can be a parameter of the build, or be chosen by the rights of its
 * job. What sends several notifications in one message compares the tokens, too.
 */
public sealed interface BotKey {
    /** The bot of the whole system. */
    record OfSystem() implements BotKey {}

    /** The bot of a workspace that the administrator has listed. */
    record OfWorkspace(String workspace) implements BotKey {
        public OfWorkspace {
            requireNonNull(workspace, "workspace");
        }
    }

    /**
     * The bot of a credential that a job or a folder names.
     *
     * @param folder the full name of the job's folder, or of the folder around that whose credential it is; empty for none
     */
    record OfCredential(String credentialsId, String folder) implements BotKey {
        public OfCredential {
            requireNonNull(credentialsId, "credentialsId");
            requireNonNull(folder, "folder");
        }

        /** Returns the same credential, looked up from another folder. */
        public OfCredential in(String otherFolder) {
            return new OfCredential(credentialsId, otherFolder);
        }
    }

    /** The bot that notifies a destination on behalf of a build. */
    static BotKey of(Destination destination, BuildKey build) {
        String workspace = destination.workspace();
        if (workspace != null) {
            return new OfWorkspace(workspace);
        }
        String credentialsId = destination.credentialsId();
        return credentialsId == null ? new OfSystem() : new OfCredential(credentialsId, FullNames.parent(build.job()));
    }
}
