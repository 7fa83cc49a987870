package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.SCMListener;
import hudson.plugins.git.GitChangeLogParser;
import hudson.plugins.git.GitChangeSet;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.Revision;
import hudson.plugins.git.util.BuildData;
import hudson.scm.SCM;
import hudson.scm.SCMRevisionState;
import java.io.File;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores the author of the head commit with the first build of a branch, because the git plugin leaves that build's
 * change log empty.
 *
 * <p>The authors of a pipeline library have nothing to do with the build. It reads the commit from the workspace, once for each branch, as the git plugin itself does to show its message.
 */
@Extension(optional = true)
public final class HeadCommitListener extends SCMListener {
    private static final Logger LOGGER = Logger.getLogger(HeadCommitListener.class.getName());

    @Override
    public void onCheckout(
            Run<?, ?> run,
            SCM scm,
            FilePath workspace,
            TaskListener console,
            @CheckForNull File changelogFile,
            @CheckForNull SCMRevisionState pollingBaseline) {
        try {
            if (scm instanceof GitSCM git && isEmpty(changelogFile) && !LibraryCheckout.isIn(workspace)) {
                addHeadCommit(run, git, workspace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.FINE, e, () -> "No first commit of " + run);
        }
    }

    /** Whether the change log is empty. The file is null where the job wants none. */
    private static boolean isEmpty(@CheckForNull File changelogFile) {
        return changelogFile != null && changelogFile.length() == 0;
    }

    private static void addHeadCommit(Run<?, ?> run, GitSCM git, FilePath workspace)
            throws IOException, InterruptedException {
        BuildData data = git.getBuildData(run);
        Revision revision = data == null ? null : data.getLastBuiltRevision();
        if (revision == null
                || wasBuiltBefore(run, git, revision)
                || HeadCommit.isKnown(run, revision.getSha1String())) {
            return;
        }
        // Without the console, to which the client would say how it is made.
        var client = git.createClient(TaskListener.NULL, run.getEnvironment(TaskListener.NULL), run, workspace);
        for (GitChangeSet commit :
                new GitChangeLogParser(client, true).parse(client.showRevision(revision.getSha1()))) {
            run.addAction(new HeadCommit(
                    revision.getSha1String(), GitCommitReader.author(commit), Util.fixNull(commit.getComment())));
        }
    }

    /** Whether the branch has a build before this one, by the test of the git plugin. */
    private static boolean wasBuiltBefore(Run<?, ?> run, GitSCM git, Revision revision) {
        Run<?, ?> before = run.getPreviousBuild();
        BuildData data = before == null ? null : git.getBuildData(before);
        return data != null
                && revision.getBranches().stream()
                        .anyMatch(branch -> data.getLastBuildOfBranch(branch.getName()) != null);
    }
}
