package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.CodedConfiguration;
import io.jenkins.plugins.slacknotify.acceptance.harness.ExtendedJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.ExtraPlugins;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.harness.UnderPath;
import io.jenkins.plugins.slacknotify.sidebyside.SlackDotCom;
import io.jenkins.plugins.slacknotify.sidebyside.ThrowAwayCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Jenkinses that the tests of the way in share: each serves one test at a time. There are as many as tests have ever run at once,
 * and no more than two: a test that finds all at work waits, as that takes less long than a start. The few tests that want more plugins
 * than those of {@link #NEEDED} and {@link #SHARED} share one with {@link #MORE}. All trust {@link #certificate()} and no other.
 *
 * <p>What comes back is emptied: jobs, accounts, links, subscriptions, mutes, installations, settings, and what waits to be sent go. Each
 * test brings a sandbox of its own, in which no id is one of another sandbox. Safe for use by many threads.
 */
public final class InboundBeds implements BeforeAllCallback {
    /** Those without which there are no tests. */
    private static final Set<String> NEEDED = Set.of(
            "cloudbees-folder",
            "configuration-as-code",
            "credentials",
            "gson-api",
            "matrix-auth",
            "okhttp-api",
            "pipeline-input-step",
            "pipeline-stage-step",
            "plain-credentials",
            "structs",
            "workflow-api",
            "workflow-basic-steps",
            "workflow-cps",
            "workflow-job",
            "workflow-step-api");

    /** The plugins that some tests use besides. */
    private static final Set<String> SHARED = Set.of(
            "git",
            "pipeline-model-definition",
            "workflow-durable-task-step",
            "workflow-multibranch",
            "workflow-scm-step");

    /** The plugins that a test uses alone, or a few of them. */
    private static final Set<String> MORE = Set.of(
            "blueocean",
            "blueocean-display-url",
            "display-url-api",
            "junit",
            "mailer",
            "matrix-project",
            "pipeline-graph-view",
            "workflow-aggregator",
            "workflow-support");

    /** Those of {@link ExtraPlugins} that the same tests use, where they are at hand. */
    private static final Set<String> EXTRA = Set.of("claim", "reverse-proxy-auth");

    private static final Pool USUAL = new Pool(2, union(NEEDED, SHARED), Set.of());
    private static final Pool LARGE = new Pool(1, union(NEEDED, SHARED, MORE), EXTRA);
    private static final AtomicInteger STARTED = new AtomicInteger();

    /** Prints what is left where that was not all. Settings go first, so that nobody is told of the rest. */
    private static final String EMPTY = """
            import com.cloudbees.plugins.credentials.SystemCredentialsProvider
            import hudson.model.*
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations
            import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions
            import io.jenkins.plugins.slacknotify.lifecycle.*
            import io.jenkins.plugins.slacknotify.personal.SlackLinks
            import java.lang.reflect.Modifier
            def jenkins = Jenkins.get()
            def await = { what, done ->
                for (int turn = 0; turn < 100 && !done(); turn++) { Thread.sleep(100) }
                if (!done()) { println what }
            }
            def settings = SlackNotifyConfiguration.get()
            def fresh = SlackNotifyConfiguration.withDefaults()
            SlackNotifyConfiguration.declaredFields.each {
                if ((it.modifiers & (Modifier.STATIC | Modifier.FINAL | Modifier.TRANSIENT)) == 0 && !it.synthetic) {
                    it.accessible = true
                    it.set(settings, it.get(fresh))
                }
            }
            settings.save()
            jenkins.proxy = null
            new File(jenkins.rootDir, 'proxy.xml').delete()
            jenkins.doCancelQuietDown()
            jenkins.queue.clear()
            RunningRuns.all().each { run -> run.metaClass.respondsTo(run, 'doKill') ? run.doKill() : run.executor?.interrupt() }
            await('builds that run', { RunningRuns.all().isEmpty() })
            jenkins.views.findAll { it != jenkins.primaryView }.each { jenkins.deleteView(it) }
            try {
                jenkins.items.each { it.delete() }
            } catch (Failure e) {
                println e.message
            }
            SlackSubscriptions.get().with { all ->
                all.subscriptions().all().each { all.subscriptions().remove(it.id()) }
                all.mutes().all().each { all.mutes().remove(it.id()) }
            }
            SlackLinks.get().all().each { SlackLinks.get().unlink(it.link().installation, it.link().member) }
            KnownInstallations.get().store().with { known -> known.all().each { known.remove(it.credentialsId()) } }
            def own = io.jenkins.plugins.slacknotify.personal.SlackUserProperty
            User.all.each { if (it.id != 'admin') it.delete() }
            User.getById('admin', false).with {
                io.jenkins.plugins.slacknotify.config.form.XmlDefaults.copy(own.newInstance(), it.getProperty(own))
                it.save()
            }
            await('the way in', { !InboundLifecycle.get().status().running() })
            def deliveries = EngineLifecycle.get().engine().deliveries()
            await('what is to be sent', {
                deliveries.latest(0).each { deliveries.discard(it.id()) }
                deliveries.waiting() == 0
            })
            SystemCredentialsProvider.instance.credentials.clear()
            SystemCredentialsProvider.instance.save()
            """;

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Jenkinses with the same plugins, of which no more than so many run at once. */
    private static final class Pool {
        private final Deque<JenkinsProcess> free = new ConcurrentLinkedDeque<>();
        private final Semaphore atOnce;
        private final Set<String> plugins;
        private final Set<String> extra;

        Pool(int most, Set<String> plugins, Set<String> extra) {
            atOnce = new Semaphore(most, true);
            this.plugins = plugins;
            this.extra = extra;
        }

        boolean has(Set<String> wanted, Set<String> wantedExtra) {
            return plugins.containsAll(wanted) && extra.containsAll(wantedExtra);
        }

        Loan lend(String yaml) {
            atOnce.acquireUninterruptibly();
            try {
                return new Loan(unused(yaml).orElseGet(() -> start(plugins, extra, yaml, Map.of())), this::takeBack);
            } catch (RuntimeException | Error e) {
                atOnce.release();
                throw e;
            }
        }

        private Optional<JenkinsProcess> unused(String yaml) {
            for (var process = free.poll(); process != null; process = free.poll()) {
                var problem = configure(process, JenkinsClient.of(process.url(), "admin", "admin-password"), yaml);
                if (problem.isEmpty()) {
                    return Optional.of(process);
                }
                System.out.println("Jenkins serves no other test: " + problem);
                process.close();
            }
            return Optional.empty();
        }

        void takeBack(JenkinsProcess process) {
            try {
                if (process.isAlive() && isEmptied(process)) {
                    free.push(process);
                } else {
                    process.close();
                }
            } finally {
                atOnce.release();
            }
        }

        private static boolean isEmptied(JenkinsProcess process) {
            try {
                var left = JenkinsClient.of(process.url(), "admin", "admin-password")
                        .script(EMPTY)
                        .strip();
                if (!left.isEmpty()) {
                    System.out.println("Jenkins serves no other test, as it is not empty: " + left);
                }
                return left.isEmpty();
            } catch (RuntimeException | AssertionError e) {
                System.out.println("Jenkins serves no other test: " + e);
                return false;
            }
        }

        void close() {
            for (var process = free.poll(); process != null; process = free.poll()) {
                process.close();
            }
        }
    }

    /**
     * A Jenkins for one test.
     *
     * @param end what becomes of it afterwards
     */
    public record Loan(JenkinsProcess process, Consumer<JenkinsProcess> end) implements AutoCloseable {
        @Override
        public void close() {
            end.accept(process);
        }
    }

    /** That of a Slack behind a proxy. Its files go with the virtual machine. */
    private static final class Trusted {
        private static final ThrowAwayCertificate CERTIFICATE = create();

        private static ThrowAwayCertificate create() {
            try {
                var folder = Files.createTempDirectory("certificate");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> FileTree.delete(folder), "delete certificate"));
                return ThrowAwayCertificate.create(folder, SlackDotCom.HOST);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ThrowAwayCertificate certificate() {
        return Trusted.CERTIFICATE;
    }

    public static void assumeThatAllIsAtHand() {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
    }

    /**
     * Lends one with that configuration.
     *
     * @param plugins of the lab, besides those that each test needs; one that no pool has is an error
     * @param extra the names of {@link ExtraPlugins}; skips the test where one is missing
     */
    public static Loan lend(Set<String> plugins, Set<String> extra, String yaml) {
        extra.forEach(ExtraPlugins::archive);
        return Stream.of(USUAL, LARGE)
                .filter(pool -> pool.has(plugins, extra))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no Jenkins has " + plugins + " and " + extra))
                .lend(yaml);
    }

    /** Starts one with that configuration for a test alone, with more variables of its process. */
    public static Loan startAlone(String yaml, Map<String, String> variables) {
        return new Loan(start(NEEDED, Set.of(), yaml, variables), JenkinsProcess::close);
    }

    private static JenkinsProcess start(
            Set<String> plugins, Set<String> extra, String yaml, Map<String, String> variables) {
        var lab = new LabJenkins(
                JenkinsLab.find().orElseThrow(),
                plugins,
                List.of(PackagedPlugin.FILE),
                certificate().trust());
        var atHand = extra.stream().filter(ExtraPlugins::isAtHand).collect(Collectors.toSet());
        System.out.println("Jenkins for the way in, number " + STARTED.incrementAndGet());
        var setup = JenkinsSetup.of(new UnderPath(new ExtendedJenkins(lab, atHand), "/jenkins/"))
                .withHomeFile("jenkins.yaml", yaml);
        for (var variable : variables.entrySet()) {
            setup = setup.withVariable(variable.getKey(), variable.getValue());
        }
        return JenkinsProcess.start(setup);
    }

    /**
     * Applies configuration as code, as the next start does too.
     *
     * @return what is wrong; empty where all is well
     */
    static String configure(JenkinsProcess process, JenkinsClient admin, String yaml) {
        return new CodedConfiguration(process.home(), admin).apply(yaml);
    }

    /** Has the next start take the settings as they are, and not those of {@code jenkins.yaml}. */
    public static void keepSettings(JenkinsProcess process, JenkinsClient admin) {
        admin.script("""
                def jenkins = jenkins.model.Jenkins.get()
                jenkins.securityRealm = new hudson.security.HudsonPrivateSecurityRealm(false, false, null)
                jenkins.save()
                """);
        try {
            Files.delete(process.home().resolve("jenkins.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has all end with the last of all tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InboundBeds.class))
                .computeIfAbsent("free", key -> (AutoCloseable) InboundBeds::close, AutoCloseable.class);
    }

    private static void close() {
        USUAL.close();
        LARGE.close();
    }
}
