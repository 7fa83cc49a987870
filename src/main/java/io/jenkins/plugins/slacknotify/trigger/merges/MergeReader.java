package io.jenkins.plugins.slacknotify.trigger.merges;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.Revision;
import hudson.plugins.git.util.BuildData;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.eclipse.jgit.lib.ObjectId;
import org.jenkinsci.plugins.gitclient.GitClient;

/**
 * Notes, with a build of a branch or pull request, which commits came with a merge of the primary branch. The change log of such a build
 * has the commits of everybody, and leaves out the merge.
 *
 * <p>It asks git in the workspace, and only where something was merged, which the change log shows.
 */
public final class MergeReader {
    /** Somebody's merge, which the change log leaves out, and the client to read it with. */
    public record Merge(Revision revision, GitClient client) {}

    private MergeReader() {}

    /**
     * Notes the merged commits of a checkout.
     *
     * @param changelogFile the change log of the checkout, in the format of the git plugin
     * @return the commit that is built, if it is the merge, and if not Jenkins itself has made it
     */
    public static Optional<Merge> note(Run<?, ?> run, GitSCM git, FilePath workspace, File changelogFile)
            throws IOException, InterruptedException {
        SCMHead branch = SCMHead.HeadByItem.findHead(run.getParent());
        BuildData data = branch == null ? null : git.getBuildData(run);
        Revision revision = data == null ? null : data.getLastBuiltRevision();
        if (revision == null) {
            return Optional.empty();
        }
        String head = revision.getSha1String();
        LogGraph log = read(changelogFile);
        List<String> good = log.isLine(head) ? List.of() : PrimaryBranch.goodCommits(run.getParent());
        if (good.isEmpty()) {
            return Optional.empty();
        }
        // The client gets no console, as it would write there how it is made.
        GitClient client = git.createClient(TaskListener.NULL, run.getEnvironment(TaskListener.NULL), run, workspace);
        Set<String> merged = new MergeSearch(range ->
                        client.revList(range).stream().map(ObjectId::name).toList())
                .merged(head, log.ids(), good);
        if (merged.isEmpty()) {
            return Optional.empty();
        }
        MergedCommits.add(run, merged);
        // For a pull request, Jenkins itself makes a merge to build.
        boolean isMerge = !log.ids().contains(head) && !(branch instanceof ChangeRequestSCMHead);
        return isMerge ? Optional.of(new Merge(revision, client)) : Optional.empty();
    }

    private static LogGraph read(File changelogFile) throws IOException {
        // Any bytes can be read as ISO 8859-1; only names and messages hold other characters than ASCII.
        try (Stream<String> lines = Files.lines(changelogFile.toPath(), StandardCharsets.ISO_8859_1)) {
            return LogGraph.parse(lines);
        }
    }
}
