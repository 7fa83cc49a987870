package io.jenkins.plugins.slacknotify.control.preview;

import hudson.Functions;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.interaction.preview.PartContent;
import java.util.List;

/** Reads which files a build has kept, as the user of this thread. */
final class ArtifactContents {
    /** The most files that are listed: the artifacts may be in a remote store. */
    private static final int FILES_READ = 500;

    private static final int NAMES = 10;

    private ArtifactContents() {}

    /**
     * Reads a file or a folder.
     *
     * @return nothing where there is no such file, or the user may not see files
     */
    static PartContent of(Run<?, ?> run, String path) {
        if (Functions.isArtifactsPermissionEnabled() && !run.hasPermission(Run.ARTIFACTS)) {
            return new PartContent.Nothing();
        }
        return within(run, path);
    }

    private static <R extends Run<?, R>> PartContent within(Run<?, R> run, String path) {
        var all = run.getArtifactsUpTo(FILES_READ);
        for (var file : all) {
            if (file.relativePath.equals(path)) {
                return new PartContent.OfArtifact(path, file.getFileSize());
            }
        }
        List<String> inside = all.stream()
                .map(file -> file.relativePath)
                .filter(file -> path.isEmpty() || file.startsWith(path + "/"))
                .toList();
        return inside.isEmpty() && !path.isEmpty()
                ? new PartContent.Nothing()
                : new PartContent.OfArtifacts(
                        path, inside.stream().limit(NAMES).toList(), inside.size(), all.size() == FILES_READ);
    }
}
