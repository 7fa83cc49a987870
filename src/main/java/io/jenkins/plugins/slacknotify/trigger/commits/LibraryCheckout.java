package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.FilePath;

/** Tells checkouts of pipeline libraries by their folder, which lies beside the workspace (SCMBasedRetriever of pipeline-groovy-lib). */
final class LibraryCheckout {
    /** The text before the word in the folder's name; administrators can change it (hudson.slaves.WorkspaceList). */
    private static final String FOLDER = System.getProperty("hudson.slaves.WorkspaceList", "@") + "libs";

    private LibraryCheckout() {}

    static boolean isIn(FilePath folder) {
        return isIn(folder.getRemote());
    }

    static boolean isIn(String folder) {
        return (folder.replace('\\', '/') + "/").contains(FOLDER + "/");
    }
}
