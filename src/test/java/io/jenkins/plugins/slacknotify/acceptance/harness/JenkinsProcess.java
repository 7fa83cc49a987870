package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A Jenkins in a process of its own, with a fresh home in the folder for temporary files. It ends and its files go, at the
 * latest, with the virtual machine that started it. Not thread-safe.
 *
 * <p>Its log is written to one file for all its starts.
 */
public final class JenkinsProcess implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    /** What it logs as soon as it answers what it is asked. */
    private static final String UP = "Jenkins is fully up and running";

    static {
        Polls.useByDefault();
    }

    private JenkinsSetup setup;
    private final Path folder;
    private final int port;
    private final Thread emergencyStop = new Thread(this::closeQuietly, "stop Jenkins");
    private volatile boolean closing;
    private Process process;
    private long loggedBefore;

    private JenkinsProcess(JenkinsSetup setup, Path folder, int port) {
        this.setup = setup;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a Jenkins and waits until it is up.
     *
     * @throws IllegalStateException with the end of its log, where it does not come up
     */
    public static JenkinsProcess start(JenkinsSetup setup) {
        try {
            var jenkins = new JenkinsProcess(setup, Files.createTempDirectory("jenkins-under-test"), freePort());
            Runtime.getRuntime().addShutdownHook(jenkins.emergencyStop);
            jenkins.furnish();
            jenkins.start();
            return jenkins;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a home for Jenkins", e);
        }
    }

    /**
     * Starts it again on the same home and address; it must have ended. Where it ends by itself before it is up, it is started
     * once more, as a service manager does: on a busy machine, Jenkins may ask itself for a key that it has not read yet.
     */
    public void start() {
        for (int attempt = 1; !isUpAfterStart(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("Jenkins ends by itself; its log ends with\n" + endOfLog());
            }
        }
    }

    private boolean isUpAfterStart() {
        launch();
        awaitReady();
        return closing || process.isAlive();
    }

    private void launch() {
        try {
            var builder = new ProcessBuilder(setup.distribution().command(home(), port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .directory(folder.toFile());
            builder.environment().put("JENKINS_HOME", home().toString());
            // Where Jenkins is known under this address from the first start on, links in messages are right.
            builder.environment().put("JENKINS_ADDRESS", url().toString());
            // Git tags builds in the name of somebody, whom the settings of this machine need not name.
            builder.environment().put("GIT_COMMITTER_NAME", "Jenkins");
            builder.environment().put("GIT_COMMITTER_EMAIL", "jenkins@example.org");
            builder.environment().putAll(setup.environment());
            loggedBefore = Files.exists(logFile()) ? Files.size(logFile()) : 0;
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Jenkins", e);
        }
    }

    /** Has the next starts have a variable of their process. */
    public void setVariable(String name, String value) {
        setup = setup.withVariable(name, value);
    }

    /** Asks it to end, as a service manager does, and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it at once, as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends with a slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + setup.distribution().contextPath());
    }

    public Path home() {
        return folder.resolve("home");
    }

    /** All that it has written to its console, over all its starts. */
    public List<String> log() {
        try {
            return Files.exists(logFile()) ? Files.readAllLines(logFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return folder.resolve("jenkins.log");
    }

    /** Ends it at once, as nothing of it is wanted any more, and deletes its files. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(emergencyStop);
        } catch (IllegalStateException alreadyRunning) {
            return;
        }
        closeQuietly();
    }

    private void furnish() throws IOException {
        Files.createDirectories(home());
        Files.createDirectories(folder.resolve("tmp"));
        setup.distribution().furnish(home());
        for (var file : setup.homeFiles().entrySet()) {
            var path = home().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /**
     * Or until it has ended by itself. Jenkins is not asked until it has logged that it is up, as it would render a page each time to say that it
     * is not. Then it says, or does not tell, what is quickly said: its first page takes a sixth of a second of processor.
     */
    private void awaitReady() {
        var client = JenkinsClient.anonymous(url());
        try {
            Polls.await("Jenkins to come up", Duration.ofSeconds(1))
                    .atMost(Timeouts.VERY_LONG)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> !process.isAlive()
                            || hasLoggedThatItIsUp()
                                    && Set.of(200, 403)
                                            .contains(client.get("crumbIssuer/api/json")
                                                    .status()));
        } catch (RuntimeException e) {
            throw new IllegalStateException("Jenkins did not come up; its log ends with\n" + endOfLog(), e);
        }
    }

    private boolean hasLoggedThatItIsUp() throws IOException {
        try (var log = Files.newInputStream(logFile())) {
            log.skipNBytes(loggedBefore);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8).contains(UP);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(Timeouts.LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void closeQuietly() {
        closing = true;
        if (process != null) {
            var children = process.descendants().toList();
            kill();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        FileTree.delete(folder);
    }

    private String endOfLog() {
        var lines = log();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** None of those that the system gives to connections: while Jenkins is down, between two starts, nothing takes it. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 30_000)
                .filter(JenkinsProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
