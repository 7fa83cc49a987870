package io.jenkins.plugins.slacknotify.trigger.option;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.files.FileTooLargeException;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The file that a job shows with its message.
 *
 * <p>A name or title may have no file. That happens in a job which is right, where what it shows is empty today.
 *
 * @param path its path in the workspace of the build; null where the text is the file
 * @param text null where the path is the file, or where there is none
 * @param name the name by which people save it, whose ending tells what kind of file it is
 * @param title the title that Slack shows above it
 */
public record FileOption(
        @CheckForNull String path, @CheckForNull String text, String name, String title) {
    private static final String SNIPPET = "snippet.txt";

    /**
     * Combines the options for a file, each of which may be null.
     *
     * @return null where there is none of them
     * @throws IllegalArgumentException where they contradict each other
     */
    @CheckForNull
    public static FileOption of(
            @CheckForNull String file,
            @CheckForNull String snippet,
            @CheckForNull String fileName,
            @CheckForNull String title) {
        if (file != null && snippet != null) {
            throw new IllegalArgumentException(Messages.FileOption_fileAndSnippet());
        }
        if (file == null && snippet == null) {
            String given = fileName == null ? title : fileName;
            return given == null ? null : new FileOption(null, null, given, title == null ? given : title);
        }
        String own = file == null ? SNIPPET : file.replaceAll(".*[/\\\\]", "");
        String name = fileName == null ? own : fileName;
        return new FileOption(file, snippet, name, title == null ? name : title);
    }

    /**
     * Copies the file into the spool, where it stays until it is uploaded.
     *
     * @param announcement the id of the announcement that it will belong to
     * @param job the full name of the job
     * @param workspace null where there is none
     * @throws IOException with a message for the author of the job, where that is impossible
     */
    public void copy(@CheckForNull FilePath workspace, FileSpool spool, String announcement, String job)
            throws IOException, InterruptedException {
        long most = spool.limits().megabytes();
        try {
            if (text != null) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                spool.receive(announcement, job, new ByteArrayInputStream(bytes), bytes.length);
            } else if (path != null) {
                FilePath file = find(workspace, path);
                try (InputStream content = file.read()) {
                    spool.receive(announcement, job, content, file.length());
                }
            } else {
                throw new IOException(Messages.FileOption_nameOfNothing());
            }
        } catch (FileTooLargeException e) {
            throw new IOException(Messages.FileOption_tooLarge(name, most), e);
        }
    }

    /** Returns the copy, whether it exists or not. */
    public SpooledFile spooledFile(FileSpool spool, String announcement) {
        return new SpooledFile(name, title, spool.incomingFile(announcement));
    }

    private static FilePath find(@CheckForNull FilePath workspace, String path)
            throws IOException, InterruptedException {
        if (workspace == null) {
            throw new IOException(Messages.FileOption_noWorkspace(path));
        }
        if (!workspace.exists()) {
            throw new IOException(Messages.FileOption_goneWorkspace(path));
        }
        String below = relative(workspace.getRemote(), path);
        FilePath file = workspace.child(below);
        if (isLinkOut(workspace, below)) {
            throw new IOException(Messages.FileOption_link(path));
        }
        if (!isInside(workspace, below) || !file.exists() || file.isDirectory()) {
            throw new IOException(Messages.FileOption_missing(path));
        }
        if (file.length() == 0) {
            throw new IOException(Messages.FileOption_empty(path));
        }
        return file;
    }

    /** Returns a path from the workspace on where it begins with that, as <code>$WORKSPACE/report.txt</code> does; otherwise the path. */
    static String relative(String workspace, String path) {
        String folder = workspace.replace('\\', '/').replaceAll("/+$", "") + "/";
        return path.replace('\\', '/').startsWith(folder)
                ? path.substring(folder.length()).replaceAll("^[/\\\\]+", "")
                : path;
    }

    /** Whether a path reads as one in the workspace, and a link on it leads elsewhere. */
    private static boolean isLinkOut(FilePath workspace, String path) throws IOException, InterruptedException {
        try {
            return staysInside(path) && !workspace.isDescendant(path);
        } catch (IllegalArgumentException absolute) {
            return false;
        }
    }

    /** Whether no part of a relative path goes above where it begins. */
    static boolean staysInside(String path) {
        int depth = 0;
        for (String part : path.split("[/\\\\]")) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a path is in the workspace. A job shows its own files, and not others of the machine that happens to
     * build it.
     */
    private static boolean isInside(FilePath workspace, String path) throws IOException, InterruptedException {
        try {
            return workspace.isDescendant(path);
        } catch (IllegalArgumentException absolute) {
            return false;
        }
    }
}
