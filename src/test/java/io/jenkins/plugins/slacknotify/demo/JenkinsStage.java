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

/** A real Jenkins with three jobs, configured as code. Whoever reaches 127.0.0.1 may do everything in it. */
final class JenkinsStage implements Stage {
    private static final List<String> JOBS = List.of("shop-tests", "release", "checkout");

    private final JenkinsProcess jenkins;
    private final Jobs jobs;
    private final DemoSlack slack;

    private JenkinsStage(JenkinsProcess jenkins, DemoSlack slack) {
        this.jenkins = jenkins;
        this.slack = slack;
        jobs = new Jobs(JenkinsClient.anonymous(jenkins.url()));
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
        return """
            Open both side by side. In Jenkins, build

              shop-tests   a freestyle job; of each four builds the second and third fail. #builds hears when it
                           breaks, still fails and is fixed, #shop when that changes.
              checkout     a declarative pipeline that fails every other time and then calls for help in #checkout.
              release      a scripted pipeline whose message in #releases changes with its progress and has a
                           thread; Ada gets a direct message.

            Manage Jenkins » Slack » Connection has the configuration and "Test connection". On the page
            of the sandbox you are Ada, or whom you choose: type "/jenkins ping" or "@jenkins ping" in a channel, press
            buttons, and see under "Requests" what Jenkins was told. Before Ada can do something in Jenkins, she links
            her account: the answer says how; she signs in as ada, password ada. There you can make Slack fail, too.
            """;
    }

    @Override
    public void build(String job) {
        var build = jobs.build(job);
        System.out.println("Built " + build + ": " + build.result());
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
