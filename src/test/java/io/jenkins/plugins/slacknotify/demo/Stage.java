package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsDistribution;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import java.nio.file.Path;
import java.util.Optional;

/** The place of the builds of the demo. */
interface Stage extends AutoCloseable {
    /** Returns what there is to see and where, in some lines. */
    String opening();

    /** Leaves the stage to a person, and says what there is to do, in some lines. */
    String invite();

    /** Builds one of the demo's jobs and waits for the build's end, but not for its messages. */
    void build(String job);

    /** Whether builds hear what members of Slack do. */
    boolean isReachable();

    /** Starts one of the demo's jobs that waits for somebody, and does not wait for it. */
    RunningBuild start(String job);

    /** A build that was started. */
    interface RunningBuild {
        /** Waits for the build's end, but not for its messages. */
        void await();
    }

    @Override
    void close();

    /**
     * A Jenkins of a folder, or of the plugin's own build, or none: the first of them that can be had. The properties
     * {@code slacknotify.hpi} and {@code slacknotify.pom} name the packaged plugin and the POM of a build that works here.
     */
    static Stage atHand(DemoSlack slack) {
        return jenkinsAtHand()
                .<Stage>map(jenkins -> JenkinsStage.start(jenkins, slack))
                .orElseGet(() -> new ReplayStage(slack));
    }

    /** The first two of these. */
    static Optional<JenkinsDistribution> jenkinsAtHand() {
        var plugin = System.getProperty("slacknotify.hpi");
        var pom = System.getProperty("slacknotify.pom");
        if (plugin != null && JenkinsLab.find().isPresent()) {
            return Optional.of(new LabJenkins(JenkinsLab.find().get(), Path.of(plugin)));
        }
        return Optional.ofNullable(pom).map(Path::of).map(HpiRun::new);
    }
}
