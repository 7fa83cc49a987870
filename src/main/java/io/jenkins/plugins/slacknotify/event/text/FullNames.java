package io.jenkins.plugins.slacknotify.event.text;

/** Full names of jobs and folders in Jenkins, such as {@code shop/main}: the names of the folders around it, and its own. */
public final class FullNames {
    private FullNames() {}

    /** Returns the full name of the folder, or of the project of a branch, around a job or folder; empty at the top level. */
    public static String parent(String fullName) {
        return fullName.substring(0, Math.max(0, fullName.lastIndexOf('/')));
    }
}
