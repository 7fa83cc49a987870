package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Git repository in the folder for build results, made with the {@code git} of this machine. */
public record GitRepository(Path folder) {
    public static GitRepository create() {
        try {
            var parent =
                    Files.createDirectories(Path.of("target", "acceptance")).toAbsolutePath();
            var repository = new GitRepository(Files.createTempDirectory(parent, "repository"));
            repository.git("init", "--quiet", "--initial-branch", "main");
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return folder.toUri().toString();
    }

    /** Commits a file to a branch that has nothing else, by Ada. */
    public void commit(String branch, String file, String text) {
        git("checkout", "--quiet", "--orphan", branch);
        commit("Ada <ada@example.org>", "Add " + file, file, text);
    }

    /** Makes a branch the one that the repository shows first. */
    public void checkout(String branch) {
        git("checkout", "--quiet", branch);
    }

    /** Goes on in a branch that begins here. */
    public void branch(String name) {
        git("checkout", "--quiet", "-b", name);
    }

    /**
     * Commits a file to the branch that is checked out.
     *
     * @param author a name and, in angle brackets, an address
     */
    public void commit(String author, String message, String file, String text) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git("add", file);
        gitAs(author, "commit", "--quiet", "--message", message);
    }

    /** Merges a branch into the one that is checked out, by a commit of its own. */
    public void merge(String author, String branch) {
        gitAs(author, "merge", "--quiet", "--no-ff", "--message", "Merge " + branch, branch);
    }

    private void gitAs(String author, String... arguments) {
        var person = author.split(" <|>");
        var all = new ArrayList<>(List.of("-c", "user.name=" + person[0], "-c", "user.email=" + person[1]));
        all.addAll(List.of(arguments));
        git(all.toArray(String[]::new));
    }

    /** Commits what a stream for {@code git fast-import} says; the branch that is checked out may move on. */
    public void fastImport(String stream) {
        try {
            var file = Files.writeString(Files.createTempFile("fast-import", ""), stream);
            run(new ProcessBuilder("git", "-C", folder.toString(), "fast-import", "--quiet")
                    .redirectInput(file.toFile()));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void git(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        run(new ProcessBuilder(command));
    }

    private static void run(ProcessBuilder command) {
        try {
            var process = command.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.command() + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
