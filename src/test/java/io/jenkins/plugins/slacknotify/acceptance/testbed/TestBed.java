package io.jenkins.plugins.slacknotify.acceptance.testbed;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browsers;
import io.jenkins.plugins.slacknotify.acceptance.harness.ExtendedJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Jenkins with the plugin, configured as code against a Slack sandbox: see the resource {@code jenkins.yaml} beside this class. Its
 * pages have the content security policy of Jenkins 2.539 and newer.
 */
public final class TestBed implements AutoCloseable {
    public static final Duration TIMEOUT = Timeouts.LONG;

    public static final String BOT = "jenkins";

    /** Those that the tests use, or the plugin works with. Only {@code EnvironmentTest} has all. */
    static final Set<String> PLUGINS = resource("plugins.txt").lines().collect(Collectors.toSet());

    private final SlackSandbox sandbox;
    private final String token;
    private final JenkinsProcess process;
    private final String name;
    private final Set<String> extraPlugins;
    private final Map<String, JenkinsClient> clients = new HashMap<>();
    private final JenkinsClient admin;
    private final TestConfiguration configuration;
    private int systemChannels;
    private boolean signedIn;

    @CheckForNull
    private Browser browser;

    private TestBed(SlackSandbox sandbox, String token, JenkinsProcess process, String name, Set<String> extraPlugins) {
        this.sandbox = sandbox;
        this.token = token;
        this.process = process;
        this.name = name;
        this.extraPlugins = extraPlugins;
        admin = user("admin");
        configuration = new TestConfiguration(process, admin, this::systemChannel);
    }

    static TestBed start(JenkinsLab lab, Path plugin, String name, Set<String> extraPlugins) {
        return start(lab, plugin, name, extraPlugins, slack -> Map.of());
    }

    /**
     * Starts with more files in the home of Jenkins, or others.
     *
     * @param homeFiles told of the sandbox before Jenkins starts
     */
    public static TestBed start(
            JenkinsLab lab, Path plugin, String name, Function<SlackSandbox, Map<String, String>> homeFiles) {
        return start(lab, plugin, name, Set.of(), homeFiles);
    }

    private static TestBed start(
            JenkinsLab lab,
            Path plugin,
            String name,
            Set<String> extraPlugins,
            Function<SlackSandbox, Map<String, String>> homeFiles) {
        var sandbox = SlackSandbox.start();
        sandbox.enforceRateLimits(false);
        var token = sandbox.workspace("acme").installBot(BOT);
        sandbox.workspace("acme").channel("system").invite(BOT);
        var jenkins = new LabJenkins(lab, PLUGINS, List.of(plugin), List.of());
        var setup = JenkinsSetup.of(new ExtendedJenkins(jenkins, extraPlugins))
                .withHomeFile("jenkins.yaml", resource("jenkins.yaml"))
                .withHomeFile(
                        "init.groovy.d/content-security-policy.groovy", resource("content-security-policy.groovy"))
                .withVariable("SANDBOX_API_URL", sandbox.apiUrl())
                .withVariable("SANDBOX_TOKEN", token);
        for (var file : homeFiles.apply(sandbox).entrySet()) {
            setup = setup.withHomeFile(file.getKey(), file.getValue());
        }
        return new TestBed(sandbox, token, JenkinsProcess.start(setup), name, extraPlugins);
    }

    /**
     * Lets Jenkins tell of its builds in a channel that nothing was told in yet. Messages to one channel are paced, and what
     * piles up is folded into one, so that tests that shared a channel would hear of each other.
     */
    public void openSystemChannel() {
        systemChannels++;
        channels().open(systemChannel());
        admin.script(
                "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().channel = '#' + arguments[0]",
                systemChannel());
    }

    /** The present test's system channel. */
    public String systemChannel() {
        return "system-" + systemChannels;
    }

    /** Puts the configuration back where it was changed, and takes all faults of the sandbox back. */
    public void reset() {
        sandbox.faults().clear();
        configuration.putBack();
    }

    /**
     * Beyond {@link #reset()}, deletes all jobs, agents, people and libraries, puts credentials back, discards what is left to send, and
     * empties the channels: for another class of tests.
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
                Jenkins.get().nodes.each { Jenkins.get().removeNode(it) }
                for (int turn = 0; turn < 100 && deliveries.waiting() > 0; turn++) {
                    deliveries.latest(0).each { deliveries.discard(it.id()) } // Not what is being sent right now.
                    if (deliveries.waiting() > 0) sleep(100)
                }
                if (deliveries.waiting() > 0) println 'what is to be sent'
                SystemCredentialsProvider.instance.credentials.removeIf { it.id != 'slack-token' }
                SystemCredentialsProvider.instance.save()
                User.all.findAll { !(it.id in ['admin', 'developer', 'reader']) }.each { it.delete() }
                org.jenkinsci.plugins.workflow.libs.GlobalLibraries.get().libraries = []
                null
                """);
        clients.keySet().retainAll(Set.of("admin", "developer", "reader"));
        slack().channels().forEach(channel -> channel.keep(0));
        configuration.putAllBack();
        reset();
        if (!left.isEmpty()) {
            System.out.println(name + " cannot be renewed: " + left);
        }
        return left.isEmpty();
    }

    /** Whether Jenkins may still be at work on a request whose answer nobody has waited for. */
    boolean hasUnanswered() {
        return clients.values().stream().anyMatch(JenkinsClient::hasUnanswered);
    }

    /** Those that it has beyond the usual ones. */
    Set<String> extraPlugins() {
        return extraPlugins;
    }

    public JenkinsProcess process() {
        return process;
    }

    /** Signed in as an administrator when it is asked for, and the same until {@link #leaveBrowser()}. */
    public Browser browser() {
        if (browser == null) {
            browser = Browsers.take();
        }
        if (!signedIn) {
            browser.signIn(JenkinsClient.of(process.url(), "admin", password("admin")));
            signedIn = true;
        }
        return browser;
    }

    /** Leaves the browser to others. */
    void leaveBrowser() {
        if (browser != null) {
            Browsers.takeBack(browser);
            browser = null;
            signedIn = false;
        }
    }

    /** Starts Jenkins again after it was stopped or killed. */
    public void startAgain() {
        process.start();
        clients.values().forEach(JenkinsClient::forgetSession);
        signedIn = false;
    }

    /** May do everything. */
    public JenkinsClient admin() {
        return admin;
    }

    /** One of the users of {@code jenkins.yaml}. */
    public JenkinsClient user(String user) {
        return clients.computeIfAbsent(user, id -> JenkinsClient.of(process.url(), id, password(id)));
    }

    static String password(String user) {
        return user + "-password";
    }

    public JenkinsClient anonymous() {
        return JenkinsClient.anonymous(process.url());
    }

    /** Changes settings, and puts them back. */
    public TestConfiguration configuration() {
        return configuration;
    }

    public TestCredentials credentials() {
        return new TestCredentials(admin);
    }

    public JobDsl jobDsl() {
        return new JobDsl(admin);
    }

    public DeliveryWaits waits() {
        return new DeliveryWaits(this);
    }

    /** The channels of {@link #slack()}. */
    public SlackChannels channels() {
        return new SlackChannels(slack());
    }

    /** Faults of the sandbox for messages with certain words. */
    public MessageFaults messageFaults() {
        return new MessageFaults(sandbox);
    }

    public Jobs jobs() {
        return new Jobs(admin);
    }

    public SlackSandbox sandbox() {
        return sandbox;
    }

    public SandboxWorkspace slack() {
        return sandbox.workspace("acme");
    }

    /** The token of the credential {@code slack-token}. */
    public String token() {
        return token;
    }

    public static String resource(String file) {
        try (var stream = TestBed.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        leaveBrowser();
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
