package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.CodedConfiguration;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.harness.UnderPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Jenkinses that the tests of the way in share: each serves one test at a time. There are as many as tests have ever run at once,
 * and no more than three: a test that finds all at work waits, as that takes less long than a start. A test that wants other plugins
 * than those of {@link #NEEDED} and {@link #SHARED}, or options, has one of its own.
 *
 * <p>What comes back is emptied: jobs, accounts, links, subscriptions, mutes, settings, and what waits to be sent go. Each test brings
 * a sandbox of its own, in which no id is one of another sandbox. Safe for use by many threads.
 */
final class InboundBeds implements BeforeAllCallback {
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
    private static final Set<String> SHARED =
            Set.of("git", "pipeline-model-definition", "workflow-durable-task-step", "workflow-scm-step");

    private static final Deque<JenkinsProcess> FREE = new ConcurrentLinkedDeque<>();
    private static final Semaphore AT_ONCE = new Semaphore(3, true);
    private static final AtomicInteger STARTED = new AtomicInteger();

    /** Prints what is left where that was not all. Settings go first, so that nobody is told of the rest. */
    private static final String EMPTY = """
            import com.cloudbees.plugins.credentials.SystemCredentialsProvider
            import hudson.model.*
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
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
            def own = io.jenkins.plugins.slacknotify.personal.SlackUserProperty
            User.all.each { it.id == 'admin' ? it.addProperty(own.newInstance()) : it.delete() }
            await('the way in', { !InboundLifecycle.get().status().running() })
            def deliveries = EngineLifecycle.get().engine().deliveries()
            await('what is to be sent', {
                deliveries.latest(0).each { deliveries.discard(it.id()) }
                deliveries.waiting() == 0
            })
            SystemCredentialsProvider.instance.credentials.clear()
            SystemCredentialsProvider.instance.save()
            """;

    /** A Jenkins for one test. */
    static final class Loan implements AutoCloseable {
        private final JenkinsProcess process;
        private final boolean isShared;

        private Loan(JenkinsProcess process, boolean isShared) {
            this.process = process;
            this.isShared = isShared;
        }

        JenkinsProcess process() {
            return process;
        }

        @Override
        public void close() {
            try {
                if (isShared && process.isAlive() && isEmptied()) {
                    FREE.push(process);
                } else {
                    process.close();
                }
            } finally {
                if (isShared) {
                    AT_ONCE.release();
                }
            }
        }

        private boolean isEmptied() {
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
    }

    static void assumeThatAllIsAtHand() {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
    }

    /**
     * Lends one with that configuration.
     *
     * @param plugins of the lab, besides those that each test needs; where those that are shared lack one, it is started for this test
     *     alone
     */
    static Loan lend(Set<String> plugins, String yaml) {
        if (!SHARED.containsAll(plugins)) {
            return own(plugins, List.of(), List.of(), yaml);
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            return new Loan(free(yaml).orElseGet(() -> start(SHARED, List.of(), List.of(), yaml)), true);
        } catch (RuntimeException | Error e) {
            AT_ONCE.release();
            throw e;
        }
    }

    private static Optional<JenkinsProcess> free(String yaml) {
        for (var process = FREE.poll(); process != null; process = FREE.poll()) {
            var problem = configure(process, JenkinsClient.of(process.url(), "admin", "admin-password"), yaml);
            if (problem.isEmpty()) {
                return Optional.of(process);
            }
            System.out.println("Jenkins serves no other test: " + problem);
            process.close();
        }
        return Optional.empty();
    }

    /** Starts one that nobody gets afterwards. */
    static Loan own(Set<String> plugins, List<Path> extra, List<String> options, String yaml) {
        return new Loan(start(plugins, extra, options, yaml), false);
    }

    private static JenkinsProcess start(Set<String> plugins, List<Path> extra, List<String> options, String yaml) {
        var all = new HashSet<>(NEEDED);
        all.addAll(plugins);
        var files = new ArrayList<>(List.of(PackagedPlugin.FILE));
        files.addAll(extra);
        var lab = new LabJenkins(JenkinsLab.find().orElseThrow(), all, files, options);
        System.out.println("Jenkins for the way in, number " + STARTED.incrementAndGet());
        return JenkinsProcess.start(
                JenkinsSetup.of(new UnderPath(lab, "/jenkins/")).withHomeFile("jenkins.yaml", yaml));
    }

    /**
     * Applies configuration as code, as the next start does too.
     *
     * @return what is wrong; empty where all is well
     */
    static String configure(JenkinsProcess process, JenkinsClient admin, String yaml) {
        return new CodedConfiguration(process.home(), admin).apply(yaml);
    }

    /** Has all end with the last of all tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InboundBeds.class))
                .computeIfAbsent("free", key -> (AutoCloseable) InboundBeds::close, AutoCloseable.class);
    }

    private static void close() {
        for (var process = FREE.poll(); process != null; process = FREE.poll()) {
            process.close();
        }
    }
}
