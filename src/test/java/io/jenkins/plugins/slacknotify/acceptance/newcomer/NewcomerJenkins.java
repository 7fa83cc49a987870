package io.jenkins.plugins.slacknotify.acceptance.newcomer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JobDsl;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** A Jenkins with jobs and people and without the plugin, and a workspace without the app. */
final class NewcomerJenkins implements AutoCloseable {

    private static final String GRACE = "Grace Hopper <grace@example.org>";

    private final GitRepository shop = GitRepository.create();
    private final SlackSandbox sandbox = SlackSandbox.start();
    private final JenkinsProcess process;
    private final JenkinsClient admin;
    private final SandboxUser ada;

    private NewcomerJenkins() {
        sandbox.enforceRateLimits(false);
        ada = acme().user("Ada", "ada@example.org");
        acme().user("Grace", "grace@example.org");
        List.of("builds", "shop", "infra", "team").forEach(channel -> acme().channel(channel));
        process = JenkinsProcess.start(
                JenkinsSetup.of(new LabJenkins(JenkinsLab.find().orElseThrow(), plugins(), List.of(), List.of()))
                        .withHomeFile("jenkins.yaml", yaml("")));
        admin = JenkinsClient.of(process.url(), "admin", "admin-password");
        admin.script("""
                hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true
                def grace = hudson.model.User.getById('grace', true)
                grace.addProperty(new hudson.tasks.Mailer.UserProperty('grace@example.org'))
                """);
        createJobs();
    }

    static NewcomerJenkins start() {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        return new NewcomerJenkins();
    }

    private static java.util.Set<String> plugins() {
        return TestBed.resource("plugins.txt").lines().collect(Collectors.toSet());
    }

    private static String yaml(String more) {
        try (var stream = NewcomerJenkins.class.getResourceAsStream("jenkins.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8) + more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createJobs() {
        commit("Begin", "");
        shop.branch("feature/cart");
        commit("Add a cart", "error 'The cart is empty'");
        shop.checkout("main");
        commit("Sell", "error 'Nothing to sell'");
        new JobDsl(admin).run("""
                ['website', 'infra/backup', 'team/nightly'].each {
                    if (it.contains('/')) folder(it.split('/')[0])
                    job(it) { steps { shell('echo "No space left on device"; exit 1') } }
                }
                multibranchPipelineJob('shop') { branchSources { git { id('it'); remote('%s') } } }
                """.formatted(shop.url()));
        List.of("main", "feature%2Fcart")
                .forEach(branch -> jobs().build("shop/" + branch, 1).await());
    }

    private void commit(String message, String step) {
        shop.commit(GRACE, message, "Jenkinsfile", "node { checkout scm }\n" + step);
    }

    /** Has Grace mend a branch of the shop, and break it again. */
    void breakAnew(String branch) {
        shop.checkout(branch);
        for (var step : List.of("echo 'Sold'", "error 'The cart has no wheels'")) {
            commit("Try " + step, step);
            jobs().build("shop/" + branch.replace("/", "%2F"));
        }
    }

    /** The plugin asks the sandbox, which stands for Slack. An administrator does nothing of that kind. */
    void pointToSandbox() {
        await("the plugin")
                .atMost(Timeouts.LONG)
                .until(() -> admin.get("manage/slack/connection/").status() == 200);
        admin.script("""
                io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().apiUrl = '%s'
                """.formatted(sandbox.apiUrl()));
    }

    /** Writes the plugin's section into the file that Configuration as Code reads. */
    void writeSection(String settings) {
        try {
            Files.writeString(
                    process.home().resolve("jenkins.yaml"),
                    yaml("  slackNotify:\n    apiUrl: \"" + sandbox.apiUrl() + "\"\n" + settings.indent(4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitConfigured(String text) {
        await("the configuration to have " + text)
                .atMost(Timeouts.LONG)
                .until(() -> admin.exportConfiguration().contains(text));
    }

    /** Waits until something is held, for a reason with some words. */
    void awaitHeld(String words) {
        await("something that is held")
                .atMost(Timeouts.LONG)
                .until(() ->
                        admin.get("manage/slack/deliveries/?state=held").body().contains(words));
    }

    /** Waits until a channel, or the direct messages to an address, have a message with some words. */
    SandboxMessage awaitMessage(String where, String words) {
        return await(where + " to hear of " + words)
                .atMost(Timeouts.LONG)
                .until(() -> messages(where, words), found -> !found.isEmpty())
                .get(0);
    }

    List<SandboxMessage> messages(String where, String words) {
        var all = where.contains("@") ? acme().directMessagesTo(where) : acme().messagesIn(where);
        return all.stream().filter(message -> message.text().contains(words)).toList();
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    SandboxWorkspace acme() {
        return sandbox.workspace("acme");
    }

    SandboxUser ada() {
        return ada;
    }

    JenkinsProcess process() {
        return process;
    }

    JenkinsClient admin() {
        return admin;
    }

    Jobs jobs() {
        return new Jobs(admin);
    }

    @Override
    public void close() {
        process.close();
        sandbox.close();
    }
}
