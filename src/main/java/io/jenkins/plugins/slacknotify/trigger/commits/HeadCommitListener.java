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
import hudson.plugins.git.util.Build;
import hudson.plugins.git.util.BuildData;
import hudson.scm.SCM;
import hudson.scm.SCMRevisionState;
import io.jenkins.plugins.slacknotify.trigger.merges.MergeReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.gitclient.GitClient;

/**
 * Stores the author of the head commit with a build whose change log lacks it: with the first build of a branch, and one of a shallow clone
 * that does not reach back to the build before, for which the git plugin makes an empty one; and where somebody has merged the primary
 * branch into another.
 *
 * <p>The authors of a pipeline library have nothing to do with the build. It reads the commit from the workspace, as the git plugin itself
 * does to show its message.
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
            // The file is null where the job wants no change log.
            if (scm instanceof GitSCM git && changelogFile != null && !LibraryCheckout.isIn(workspace)) {
                addHeadCommit(run, git, workspace, changelogFile);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.FINE, e, () -> "No head commit of " + run);
        }
    }

    private static void addHeadCommit(Run<?, ?> run, GitSCM git, FilePath workspace, File changelogFile)
            throws IOException, InterruptedException {
        if (changelogFile.length() == 0) {
            addFirstCommit(run, git, workspace);
            return;
        }
        Optional<MergeReader.Merge> merge = MergeReader.note(run, git, workspace, changelogFile);
        if (merge.isPresent()) {
            addHeadCommit(run, merge.get().client(), merge.get().revision());
        }
    }

    private static void addFirstCommit(Run<?, ?> run, GitSCM git, FilePath workspace)
            throws IOException, InterruptedException {
        BuildData data = git.getBuildData(run);
        Revision revision = data == null ? null : data.getLastBuiltRevision();
        Build build = revision == null ? null : data.getLastBuild(revision.getSha1());
        // Where Jenkins merges the branch into another one, it builds a commit that it makes itself.
        Revision head = build == null ? null : build.getMarked();
        if (head == null || HeadCommit.isKnown(run, head.getSha1String())) {
            return;
        }
        List<Build> before = buildsBefore(run, git, head);
        if (before.stream().anyMatch(each -> isOf(each, head))) {
            return;
        }
        // The client gets no console, as it would write there how it is made.
        var client = git.createClient(TaskListener.NULL, run.getEnvironment(TaskListener.NULL), run, workspace);
        for (Build each : before) {
            if (client.isCommitInRepo(each.getSHA1())) {
                return;
            }
        }
        addHeadCommit(run, client, head);
    }

    /** Reads a commit from the workspace, and stores its author where that is not done yet. */
    private static void addHeadCommit(Run<?, ?> run, GitClient client, Revision revision) throws InterruptedException {
        String id = revision.getSha1String();
        // The output of git has a merge once for each of its parents.
        for (GitChangeSet commit :
                new GitChangeLogParser(client, true).parse(client.showRevision(revision.getSha1()))) {
            if (!HeadCommit.isKnown(run, id)) {
                run.addAction(new HeadCommit(id, GitCommitReader.author(commit), Util.fixNull(commit.getComment())));
            }
        }
    }

    /**
     * Returns the builds of the branch before. Where the workspace has none of their commits, as a shallow clone has not, the git
     * plugin takes the build for the first one of the branch, and makes an empty change log.
     */
    private static List<Build> buildsBefore(Run<?, ?> run, GitSCM git, Revision head) {
        Run<?, ?> before = run.getPreviousBuild();
        BuildData data = before == null ? null : git.getBuildData(before);
        return data == null
                ? List.of()
                : head.getBranches().stream()
                        .map(branch -> data.getLastBuildOfBranch(branch.getName()))
                        .filter(build -> build != null && build.getSHA1() != null)
                        .toList();
    }

    private static boolean isOf(Build build, Revision head) {
        Revision marked = build.getMarked();
        return marked != null && head.getSha1().equals(marked.getSha1());
    }
}
