package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A Jenkins with one contender, the sandbox that it takes for slack.com, and a channel of its own for each job, so that
 * nobody is held up by Slack's limit of one message a second in a channel.
 */
final class Arena implements AutoCloseable {
    private static final String BOT = "jenkins";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Contender contender;
    private final Path folder;
    private final SlackSandbox sandbox;
    private final SlackDotCom proxy;
    private final DistantPort distance;
    private final JenkinsProcess process;
    private final JenkinsClient jenkins;
    private int jobs;

    private Arena(
            Contender contender,
            Path folder,
            SlackSandbox sandbox,
            SlackDotCom proxy,
            DistantPort distance,
            JenkinsProcess process) {
        this.contender = contender;
        this.folder = folder;
        this.sandbox = sandbox;
        this.proxy = proxy;
        this.distance = distance;
        this.process = process;
        jenkins = JenkinsClient.anonymous(process.url());
    }

    static Arena open(JenkinsLab lab, Contender contender) throws IOException {
        var folder = Files.createTempDirectory("side-by-side");
        var certificate = ThrowAwayCertificate.create(folder, SlackDotCom.HOST);
        var sandbox = SlackSandbox.start();
        var token = sandbox.workspace("acme").installBot(BOT);
        sandbox.workspace("acme").channel("system").invite(BOT);
        var proxy = SlackDotCom.start(sandbox, certificate);
        var distance = DistantPort.open(proxy.port());
        var setup = JenkinsSetup.of(new LabJenkins(lab, plugins(contender), options(certificate)))
                .withHomeFile("jenkins.yaml", resource("jenkins.yaml") + contender.configuration())
                .withHomeFile("init.groovy.d/executor-times.groovy", resource("executor-times.groovy"))
                .withVariable("PROXY_PORT", String.valueOf(distance.port()))
                .withVariable("SANDBOX_TOKEN", token);
        return new Arena(contender, folder, sandbox, proxy, distance, JenkinsProcess.start(setup));
    }

    Contender contender() {
        return contender;
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    SandboxWorkspace slack() {
        return sandbox.workspace("acme");
    }

    /** Returns how many were opened to slack.com so far. */
    int connections() {
        return proxy.connections();
    }

    /** Sets how long a question to Slack and its answer are on their way together. */
    void setDistance(Duration thereAndBack) {
        distance.setDistance(thereAndBack);
    }

    /** Returns how many calls Slack has had so far. */
    long calls() {
        return sandbox.callCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    int messagesIn(String channel) {
        return slack().messagesIn(channel).size();
    }

    /** Makes a channel that the bot is in. */
    void openChannel(String name) {
        slack().channel(name).invite(BOT);
    }

    /** Makes a job that tells in a channel of its name. */
    String tellingJob(JobKind kind) {
        var name = newName(kind);
        create(name, kind.config(null, kind.announcement(contender, name)));
        return name;
    }

    /** Makes the same job without a word about Slack. */
    String silentJob(JobKind kind) {
        var name = newName(kind);
        create(name, kind.config(null, ""));
        return name;
    }

    /** A name that is no part of another one. */
    String newName(JobKind kind) {
        jobs++;
        return "%s-%03d".formatted(kind.name().toLowerCase(Locale.ROOT), jobs);
    }

    /** Makes a job, and a channel of its name that the bot is in. */
    void create(String name, String config) {
        openChannel(name);
        new Jobs(jenkins).create(name, config);
    }

    Build start(String job) {
        return new Jobs(jenkins).start(job);
    }

    /** Starts a build of each, waits for the end of all, and says how many milliseconds each held its executor. */
    Map<String, Long> build(List<String> names) {
        var builds = names.stream().map(this::start).toList();
        builds.forEach(Build::await);
        return names.stream().collect(Collectors.toMap(Function.identity(), this::heldExecutor));
    }

    /** Waits until each job's first build has been told, or until that time is over. */
    void awaitTold(Collection<String> names, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (tally(names).lost() > 0 && System.nanoTime() < end) {
            pause(Duration.ofMillis(200));
        }
    }

    /** Counts what has arrived by now about the first builds of jobs. */
    Tally tally(Collection<String> names) {
        return Tally.of(
                names.stream().map(name -> "/job/" + name + "/1/").toList(),
                names.stream().flatMap(this::messages).toList());
    }

    /** Lets real time pass, for that is what this is about. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends Jenkins and the rest. */
    @Override
    public void close() throws IOException {
        Files.createDirectories(Path.of("target", "side-by-side"));
        Files.write(
                Path.of("target", "side-by-side", contender.archive().id() + ".log"),
                String.join("\n", process.log()).getBytes(StandardCharsets.UTF_8));
        process.close();
        distance.close();
        proxy.close();
        sandbox.close();
        FileTree.delete(folder);
    }

    private Stream<String> messages(String channel) {
        return slack().messagesIn(channel).stream().map(Arena::words);
    }

    private static String words(SandboxMessage message) {
        return message.text() + message.attachments() + message.blocks();
    }

    private long heldExecutor(String job) {
        var asked = "print System.properties['executor-times']['%s']".formatted(job);
        return Long.parseLong(Awaitility.await("the executor of " + job)
                .atMost(TIMEOUT)
                .until(() -> jenkins.script(asked), answer -> !answer.equals("null")));
    }

    private static List<Path> plugins(Contender contender) {
        var plugins = new ArrayList<>(contender.needs());
        plugins.add(contender.archive().file());
        return plugins;
    }

    private static List<String> options(ThrowAwayCertificate certificate) {
        var options = new ArrayList<>(certificate.trust());
        options.add("-Dhudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT=true");
        return options;
    }

    private static String resource(String file) {
        try (var stream = Arena.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
