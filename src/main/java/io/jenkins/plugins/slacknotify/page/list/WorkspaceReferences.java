package io.jenkins.plugins.slacknotify.page.list;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The references to workspaces of the routing that are stored beside the settings. */
public interface WorkspaceReferences extends ExtensionPoint {
    /** Counts the messages that wait for a workspace, for which it has to keep its name. Counts them in memory, without a call to Slack. */
    int waitingIn(String workspace);

    /** Has everything that follows a new name name the workspace by it. The settings have the new name by then. */
    void renamed(String before, String after);

    /** Counts the messages that wait for a workspace, by all extensions of this type together. */
    static int allWaitingIn(String workspace) {
        return ExtensionList.lookup(WorkspaceReferences.class).stream()
                .mapToInt(references -> references.waitingIn(workspace))
                .sum();
    }

    /** Tells all extensions of this type that a workspace was renamed. A fault of one does not keep the others from it, and is logged. */
    static void allRenamed(String before, String after) {
        for (WorkspaceReferences references : ExtensionList.lookup(WorkspaceReferences.class)) {
            try {
                references.renamed(before, after);
            } catch (RuntimeException e) {
                Logger.getLogger(WorkspaceReferences.class.getName())
                        .log(
                                Level.WARNING,
                                e,
                                () -> "Not everything in " + references + " that is of the workspace " + before
                                        + " follows its new name " + after + " before the next start of Jenkins");
            }
        }
    }
}
