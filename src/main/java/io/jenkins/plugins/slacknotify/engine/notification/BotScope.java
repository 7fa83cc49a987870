package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Set;

/**
 * Some of the bots of this Jenkins: those for which one Slack app may speak. What an app reports or asks for concerns no other, as
 * whoever has its secret would else have a say in the workspaces of all apps.
 *
 * @param only the workspace whose bot alone it is; null for the bot of the system, those of credentials of jobs and folders, and those
 *     of the workspaces that are not in {@code except}
 * @param except workspaces that belong to other apps; counts where {@code only} is null
 */
public record BotScope(@CheckForNull String only, Set<String> except) {
    /** All bots, for what is known to be meant for them, and where there is one app. */
    public static final BotScope ALL = new BotScope(null, Set.of());

    /** No bot. No workspace has an empty name. */
    public static final BotScope NONE = new BotScope("", Set.of());

    public BotScope {
        requireNonNull(except, "except");
        except = Set.copyOf(except);
    }

    public static BotScope of(String workspace) {
        return new BotScope(workspace, Set.of());
    }

    public static BotScope allBut(Set<String> workspaces) {
        return new BotScope(null, workspaces);
    }

    public boolean covers(BotKey bot) {
        if (bot instanceof BotKey.OfWorkspace of) {
            return only == null ? !except.contains(of.workspace()) : only.equals(of.workspace());
        }
        return only == null;
    }

    /** Whether one of these bots writes to a destination. */
    public boolean covers(Destination destination) {
        String workspace = destination.workspace();
        return workspace == null ? only == null : covers(new BotKey.OfWorkspace(workspace));
    }
}
