package io.jenkins.plugins.slacknotify.acceptance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.Patience;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A Jenkins with the plugin, configured as code against a Slack sandbox: see {@code jenkins.yaml} beside this class. Its
 * pages have the content security policy of Jenkins 2.539 and newer.
 */
final class TestBed implements AutoCloseable {
    static final Duration PATIENCE = Patience.LONG;

    static final String BOT = "jenkins";

    /** Those that the tests use, or the plugin works with. {@link EnvironmentTest} has all. */
    private static final Set<String> PLUGINS = resource("plugins.txt").lines().collect(Collectors.toSet());

    private final SlackSandbox sandbox;
    private final String token;
    private final JenkinsProcess process;
    private final String name;
    private final Map<String, JenkinsClient> clients = new HashMap<>();
    private final JenkinsClient admin;
    private int systemChannels;
    private boolean changed;
    private boolean replaced;
    private boolean signedIn;

    @CheckForNull
    private Browser browser;

    private TestBed(SlackSandbox sandbox, String token, JenkinsProcess process, String name) {
        this.sandbox = sandbox;
        this.token = token;
        this.process = process;
        this.name = name;
        admin = user("admin");
    }

    static TestBed start(JenkinsLab lab, Path plugin, String name) {
        return start(lab, plugin, name, slack -> Map.of());
    }

    /**
     * Starts with more files in the home of Jenkins, or others.
     *
     * @param homeFiles told of the sandbox before Jenkins starts
     */
    static TestBed start(
            JenkinsLab lab, Path plugin, String name, Function<SlackSandbox, Map<String, String>> homeFiles) {
        var sandbox = SlackSandbox.start();
        sandbox.enforceRateLimits(false);
        var token = sandbox.workspace("acme").installBot(BOT);
        sandbox.workspace("acme").channel("system").invite(BOT);
        var setup = JenkinsSetup.of(new LabJenkins(lab, PLUGINS, List.of(plugin), List.of()))
                .withHomeFile("jenkins.yaml", resource("jenkins.yaml"))
                .withHomeFile(
                        "init.groovy.d/content-security-policy.groovy", resource("content-security-policy.groovy"))
                .withVariable("SANDBOX_API_URL", sandbox.apiUrl())
                .withVariable("SANDBOX_TOKEN", token);
        for (var file : homeFiles.apply(sandbox).entrySet()) {
            setup = setup.withHomeFile(file.getKey(), file.getValue());
        }
        return new TestBed(sandbox, token, JenkinsProcess.start(setup), name);
    }

    /**
     * Lets Jenkins tell of its builds in a channel that nothing was told in yet. Messages to one channel are paced, and what
     * piles up is folded into one, so that tests that shared a channel would hear of each other.
     */
    void openSystemChannel() {
        systemChannels++;
        channel(systemChannel());
        admin.script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().channel = '#%s'"
                .formatted(systemChannel()));
    }

    /** The present test's system channel. */
    String systemChannel() {
        return "system-" + systemChannels;
    }

    /** Puts the configuration back where it was changed, and takes all faults of the sandbox back. */
    void reset() {
        sandbox.faults().clear();
        if (changed) {
            configure();
            changed = false;
        }
    }

    /**
     * Beyond {@link #reset()}, deletes all jobs, puts credentials back, and discards what is left to send: for another class of
     * tests.
     *
     * @return whether that was possible; a job stays whose build does not end, as a pipeline need not that was killed
     */
    boolean renew() {
        sandbox.faults().clear();
        sandbox.enforceRateLimits(false);
        var left = admin.script("""
                import com.cloudbees.plugins.credentials.SystemCredentialsProvider
                def deliveries = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries()
                try {
                    Jenkins.get().items.each { it.delete() }
                } catch (hudson.model.Failure e) {
                    println e.message
                    return
                }
                deliveries.latest(0).each { deliveries.discard(it.id) }
                SystemCredentialsProvider.instance.credentials.removeIf { it.id != 'slack-token' }
                SystemCredentialsProvider.instance.save()
                """);
        if (replaced) {
            configureAsCode(resource("jenkins.yaml"));
            replaced = false;
        }
        reset();
        return left.isEmpty();
    }

    /** Says that somebody has changed the configuration in another way than by this class. */
    void configurationHasChanged() {
        changed = true;
    }

    /**
     * Applies configuration as code that says more than the plugin's section.
     *
     * @return what is wrong with it, with all causes; empty where all is well
     */
    String replaceConfiguration(String yaml) {
        replaced = true;
        return configureAsCode(yaml);
    }

    JenkinsProcess process() {
        return process;
    }

    /** Signed in as an administrator when it is asked for, and open until the end. */
    Browser browser() {
        if (browser == null) {
            browser = Browser.open();
        }
        if (!signedIn) {
            new SignIn(this, browser).as("admin");
            signedIn = true;
        }
        return browser;
    }

    /** Starts Jenkins again after it was stopped or killed. */
    void startAgain() {
        process.start();
        clients.values().forEach(JenkinsClient::forgetSession);
        signedIn = false;
    }

    /** May do everything. */
    JenkinsClient admin() {
        return admin;
    }

    /** One of the users of {@code jenkins.yaml}. */
    JenkinsClient user(String user) {
        return clients.computeIfAbsent(user, id -> JenkinsClient.of(process.url(), id, password(id)));
    }

    static String password(String user) {
        return user + "-password";
    }

    JenkinsClient anonymous() {
        return JenkinsClient.anonymous(process.url());
    }

    Jobs jobs() {
        return new Jobs(admin);
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    SandboxWorkspace slack() {
        return sandbox.workspace("acme");
    }

    /** The token of the credential {@code slack-token}. */
    String token() {
        return token;
    }

    /**
     * The next times that Jenkins posts a message with those words, it meets that fault. What earlier tests have left, such as
     * messages that wait for a channel to be made, does not.
     */
    void disturb(String words, int times, Fault fault) {
        sandbox.faults().nextTimesAbout(words, times, "chat.postMessage", fault);
    }

    /** As {@link #disturb}, each time until {@link #reset()}. */
    void disturbAlways(String words, Fault fault) {
        sandbox.faults().alwaysAbout(words, "chat.postMessage", fault);
    }

    /** A public channel that the bot is in. */
    SandboxChannel channel(String channelName) {
        return slack().channel(channelName).invite(BOT);
    }

    /** Waits until a channel holds so many messages. */
    List<SandboxMessage> await(String channelName, int count) {
        return slack().awaitMessages(channelName, count, PATIENCE);
    }

    /**
     * Waits until a channel holds so many messages whose text has a word in it, such as a job's name.
     *
     * @return all such messages, oldest first
     */
    List<SandboxMessage> awaitAbout(String word, String channelName, int count) {
        return Awaitility.await(count + " message(s) about " + word + " in #" + channelName)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> messagesAbout(word, channelName), found -> found.size() >= count);
    }

    List<SandboxMessage> messagesAbout(String word, String channelName) {
        return slack().messagesIn(channelName).stream()
                .filter(message -> message.text().contains(word))
                .toList();
    }

    /**
     * Waits until all that was told to the system channel so far has arrived: nothing waits behind a message of the least
     * severity that was told last.
     */
    void awaitQuietSystemChannel() {
        var last = "last-" + UUID.randomUUID();
        jobs().createPipeline(last, "slackNotify message: '%s', severity: 'INFO'".formatted(last));
        jobs().build(last);
        awaitAbout(last, systemChannel(), 1);
    }

    /** Waits until nothing is left to send of the builds of jobs whose names match a regular expression. */
    void awaitIdle(String jobs) {
        Awaitility.await("nothing left of " + jobs)
                .atMost(PATIENCE)
                .until(() -> admin.script("""
                io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().latest(0)
                    .findAll { it.job ==~ '%s' }.each { println it }
                null
                """.formatted(jobs)), String::isEmpty);
    }

    /** Waits until Jenkins' log has a line with all those words. */
    void awaitLog(String... words) {
        Awaitility.await("a line of the log: " + String.join(" … ", words))
                .atMost(PATIENCE)
                .until(() ->
                        process.log().stream().anyMatch(line -> Stream.of(words).allMatch(line::contains)));
    }

    /** Adds a credential of kind "Secret text" that every job may use. */
    void addCredential(String id, String secret) {
        addCredential(
                id, secret, "GLOBAL", "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store");
    }

    /**
     * Adds a credential of kind "Secret text".
     *
     * @param store where to, in Groovy
     */
    void addCredential(String id, String secret, String scope, String store) {
        admin.script("""
            import com.cloudbees.plugins.credentials.*
            import com.cloudbees.plugins.credentials.domains.Domain
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            %s.addCredentials(Domain.global(), new StringCredentialsImpl(
                CredentialsScope.%s, '%s', '', hudson.util.Secret.fromString('%s')))
            """.formatted(store, scope, id, secret));
    }

    /** Gives a credential of kind "Secret text" another secret, with the terms of {@link #addCredential}. */
    void replaceCredential(String id, String secret, String store) {
        admin.script("""
            import com.cloudbees.plugins.credentials.domains.Domain
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            def store = %s
            def old = store.getCredentials(Domain.global()).find { it.id == '%s' }
            store.updateCredentials(Domain.global(), old, new StringCredentialsImpl(
                old.scope, old.id, '', hudson.util.Secret.fromString('%s')))
            """.formatted(store, id, secret));
    }

    /** Makes what a script of the Job DSL says. */
    void createJobs(String jobDsl) {
        var encoded = Base64.getEncoder().encodeToString(jobDsl.getBytes(StandardCharsets.UTF_8));
        var printed = admin.script("""
            def dsl = new String('%s'.decodeBase64(), 'UTF-8')
            def management = new javaposse.jobdsl.plugin.JenkinsJobManagement(System.out, [:], new File('.'))
            new javaposse.jobdsl.dsl.DslScriptLoader(management).runScript(dsl)
            print 'done'
            """.formatted(encoded));
        if (!printed.equals("done")) {
            throw new AssertionError(printed);
        }
    }

    /**
     * Changes settings until the next {@link #reset()}.
     *
     * @param settings lines as they stand under {@code slackNotify:}; the others are as in {@code jenkins.yaml}
     */
    void configure(String... settings) {
        var problem = configureAsCode(section(settings));
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
    }

    /**
     * Applies configuration as code, as at a start.
     *
     * @return what is wrong with it, with all causes; empty where all is well
     */
    String configureAsCode(String yaml) {
        changed = true;
        try {
            Files.writeString(process.home().resolve("jenkins.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return admin.script("""
            try {
                io.jenkins.plugins.casc.ConfigurationAsCode.get().configure()
            } catch (problem) {
                for (def cause = problem; cause != null; cause = cause.cause) println cause
            }
            """);
    }

    /** The last section of {@code jenkins.yaml}, with those settings and the present system channel in place of its own. */
    private String section(String... settings) {
        var changed = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("channel: '#" + systemChannel() + "'"), Stream.of(settings))
                .forEach(line -> changed.put(key(line), "    " + line));
        var section = resource("jenkins.yaml")
                .lines()
                .dropWhile(line -> !line.strip().equals("slackNotify:"))
                .filter(line -> !changed.containsKey(key(line)));
        return Stream.of(Stream.of("unclassified:"), section, changed.values().stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private static String key(String line) {
        return line.strip().replaceFirst(":.*", "");
    }

    static String resource(String file) {
        try (var stream = TestBed.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (browser != null) {
            browser.close();
        }
        keepLog();
        process.close();
        sandbox.close();
    }

    private void keepLog() {
        try {
            var logs = Files.createDirectories(Path.of("target", "acceptance"));
            Files.copy(process.logFile(), logs.resolve(name + ".log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
