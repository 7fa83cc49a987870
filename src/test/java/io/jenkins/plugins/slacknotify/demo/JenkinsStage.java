package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsDistribution;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real Jenkins with four jobs, configured as code. Whoever reaches 127.0.0.1 may do everything in it. */
final class JenkinsStage implements Stage {
    private static final List<String> JOBS = List.of("shop-tests", "release", "checkout", "deploy");

    /** Links Ada's account with her in Slack. */
    private static final String LINK = """
            io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                .link(hudson.model.User.getById('ada', false), '%s', '%s', 'Ada Lovelace', 'acme')
            """;

    private final JenkinsProcess jenkins;
    private final Jobs jobs;
    private final DemoSlack slack;

    private JenkinsStage(JenkinsProcess jenkins, DemoSlack slack) {
        this.jenkins = jenkins;
        this.slack = slack;
        var anybody = JenkinsClient.anonymous(jenkins.url());
        jobs = new Jobs(anybody);
        anybody.script(LINK.formatted(slack.teamId(), slack.ada()));
        JOBS.forEach(job -> jobs.create(job, resource(job + ".xml")));
    }

    static JenkinsStage start(JenkinsDistribution distribution, DemoSlack slack) {
        System.out.println("Starting Jenkins …");
        var setup = JenkinsSetup.of(distribution)
                .withHomeFile("jenkins.yaml", resource("jenkins.yaml"))
                .withVariable("SANDBOX_API_URL", slack.apiUrl())
                .withVariable("SANDBOX_TOKEN", slack.token())
                .withVariable("SLACK_APP_TOKEN", slack.appToken())
                .withVariable("SLACK_SECRET", slack.signingSecret());
        return new JenkinsStage(JenkinsProcess.start(setup), slack);
    }

    @Override
    public String opening() {
        return """

            Slack sandbox   %s
            Jenkins         %s
            """.formatted(slack.pageUrl(), jenkins.url());
    }

    @Override
    public String invite() {
        jobs.start(Round.APPROVED);
        return """
            Open the sandbox first. You are Ada there, and a build waits in #releases: press Approve, and see the message
            change and the build go on. Then open Jenkins beside it, and build

              shop-tests   a freestyle job; of each four builds the second and third fail. #builds hears when it
                           breaks, still fails and is fixed, #shop when that changes.
              checkout     a declarative pipeline that fails every other time and then calls for help in #checkout.
              release      a scripted pipeline whose message in #releases changes with its progress and has a
                           thread.
              deploy       a pipeline that waits in #releases until somebody approves it.

            Manage Jenkins » Slack » Connection has the configuration and "Test connection". In a channel of the sandbox, type
            "/jenkins status" or "@jenkins ping", and press the buttons below messages. "You are" makes you somebody else: Grace
            is asked to link her account first, and signs in to Jenkins as grace, password grace. "Requests" shows what Jenkins
            was told, and "Faults" makes Slack fail.
            """;
    }

    @Override
    public void build(String job) {
        start(job).await();
    }

    @Override
    public boolean isReachable() {
        return true;
    }

    @Override
    public RunningBuild start(String job) {
        var build = jobs.start(job);
        return () -> System.out.println("Built " + build.await() + ": " + build.result());
    }

    @Override
    public void close() {
        jenkins.close();
    }

    static String resource(String file) {
        try (var stream = JenkinsStage.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
