package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Tests what is said of builds that were stopped: what stopped them. */
@JenkinsAcceptance(resetAfterEach = true)
class StoppedBuildsTest {
    private static final String BY_DEFAULT = "events: [regressed, stillFailing, fixed, unstable, lost]";

    @Test
    void shouldTellOfALostAgentByDefaultAndNotOfAClick(TestBed bed) {
        bed.configuration().set(BY_DEFAULT);
        startAgent(bed, "doomed");
        bed.jobs().createPipeline("on-agent", "node('doomed') { stage('Build') { sh 'sleep 600' } }");
        bed.jobs().createPipeline("clicked", "sleep 600");
        var onAgent = bed.jobs().start("on-agent").awaitConsole("sleep 600");
        var clicked = bed.jobs().start("clicked").awaitConsole("Sleeping");

        clicked.stop();
        assertThat(clicked.await().result()).isEqualTo("ABORTED");
        bed.admin().script("""
            import org.jenkinsci.plugins.workflow.support.steps.ExecutorStepExecution
            ExecutorStepExecution.TIMEOUT_WAITING_FOR_NODE_MILLIS = 100
            def node = Jenkins.get().getNode('doomed')
            node.toComputer().disconnect(new hudson.slaves.OfflineCause.ByCLI('gone')).get()
            Jenkins.get().removeNode(node)
            """);
        assertThat(onAgent.await().result()).isEqualTo("ABORTED");

        assertThat(bed.channels()
                        .awaitAbout("on-agent #1", bed.systemChannel(), 1)
                        .get(0)
                        .text())
                .startsWith(":electric_plug: ")
                .contains("lost its agent doomed");
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("clicked", bed.systemChannel())).isEmpty();
    }

    @Test
    void shouldTellOfAFreestyleBuildWhoseAgentDied(TestBed bed) {
        bed.configuration().set(BY_DEFAULT);
        startAgent(bed, "mortal");
        bed.jobDsl().run("job('on-mortal') { label('mortal'); steps { shell('kill -9 $PPID; sleep 600') } }");

        bed.jobs().build("on-mortal");

        assertThat(bed.channels()
                        .awaitAbout("on-mortal #1", bed.systemChannel(), 1)
                        .get(0)
                        .text())
                .contains("agent mortal");
    }

    @Test
    void shouldSayWhatStoppedABuild(TestBed bed) {
        bed.configuration().set("events: [aborted, notBuilt, success]");
        bed.jobs().createPipeline("clicked-away", "stage('Wait') { sleep 600 }");
        var clicked = bed.jobs().start("clicked-away").awaitConsole("Sleeping");
        clicked.stop();
        clicked.await();
        bed.jobs().createPipeline("slow", "stage('Long') { timeout(time: 1, unit: 'SECONDS') { sleep 600 } }");
        bed.jobs().build("slow");
        bed.jobs().createPipeline("overtaken", """
            properties([disableConcurrentBuilds(abortPrevious: true)])
            if (currentBuild.number == 2) { sleep 600 }
            """);
        bed.jobs().build("overtaken");
        bed.jobs().start("overtaken").awaitConsole("Sleeping");
        bed.jobs().build("overtaken");
        bed.jobDsl().run("job('clicked-freestyle') { steps { shell('echo begun; sleep 600') } }");
        var freestyle = bed.jobs().start("clicked-freestyle").awaitConsole("begun");
        freestyle.stop();
        freestyle.await();

        assertThat(text(bed, "clicked-away #1")).endsWith("was aborted by admin: stage Wait");
        assertThat(text(bed, "slow #1")).startsWith(":alarm_clock: ").endsWith("ran out of time: stage Long");
        assertThat(text(bed, "overtaken #2")).startsWith(":fast_forward: ").endsWith("gave way to #3");
        assertThat(text(bed, "clicked-freestyle #1")).endsWith("was aborted by admin");
    }

    /** A build step that is stopped fails with the end of the build that it has stopped in turn. */
    @Test
    void shouldSayWhatStoppedABuildStep(TestBed bed) {
        bed.configuration().set("events: [aborted, timedOut, failure]");
        bed.jobs().createPipeline("waited-for", "echo 'begun'; sleep 600");
        bed.jobs()
                .createPipeline(
                        "waits-too-long", "stage('Wait') { timeout(time: 3, unit: 'SECONDS') { build 'waited-for' } }");
        bed.jobs().build("waits-too-long");
        bed.jobs().createPipeline("waits-and-stops", "build 'waited-for'");
        var clicked = bed.jobs().start("waits-and-stops");
        bed.jobs().build("waited-for", 2).awaitConsole("Sleeping");
        clicked.stop();
        clicked.await();
        bed.jobs().createPipeline("waits-beside", """
            parallel failFast: true, a: { stage('Waits') { build 'waited-for' } }, b: { stage('Breaks') { sleep 3; error 'broken' } }
            """);
        bed.jobs().build("waits-beside");

        assertThat(text(bed, "waits-too-long #1")).startsWith(":alarm_clock: ").endsWith("ran out of time: stage Wait");
        assertThat(text(bed, "waits-and-stops #1")).endsWith("was aborted by admin");
        assertThat(bed.channels()
                        .awaitAbout("waits-beside #1", bed.systemChannel(), 1)
                        .get(0)
                        .toString())
                .contains("failed: stage Breaks (b)")
                .doesNotContain("Waits");
    }

    @Test
    void shouldTellOfTimeOutsWhereThatIsChosen(TestBed bed) {
        bed.configuration().set("events: [timedOut]");
        bed.jobs().createPipeline("too-slow", "timeout(time: 1, unit: 'SECONDS') { sleep 600 }");
        bed.jobs().createPipeline("stopped", "sleep 600");
        bed.jobs().build("too-slow");
        var stopped = bed.jobs().start("stopped").awaitConsole("Sleeping");
        stopped.stop();
        stopped.await();

        assertThat(text(bed, "too-slow #1")).endsWith("ran out of time");
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("/job/stopped/", bed.systemChannel()))
                .isEmpty();
    }

    private static String text(TestBed bed, String build) {
        return bed.channels().awaitAbout(build, bed.systemChannel(), 1).get(0).headline();
    }

    /** Starts an agent on this machine, with the agent's program of Jenkins itself. */
    private static void startAgent(TestBed bed, String name) {
        bed.admin().script("""
            import hudson.slaves.*
            import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval
            import org.jenkinsci.plugins.scriptsecurity.scripts.languages.SystemCommandLanguage
            def folder = new File(Jenkins.get().rootDir, 'agent-%1$s')
            folder.mkdirs()
            def jar = new File(folder, 'agent.jar')
            jar.bytes = new hudson.model.Slave.JnlpJar('agent.jar').readFully()
            def command = System.getProperty('java.home') + '/bin/java -jar ' + jar
            ScriptApproval.get().preapprove(command, SystemCommandLanguage.get())
            def agent = new DumbSlave('%1$s', folder.path, new CommandLauncher(command))
            agent.labelString = '%1$s'
            agent.numExecutors = 1
            agent.retentionStrategy = new RetentionStrategy.Always()
            Jenkins.get().addNode(agent)
            agent.toComputer().connect(false).get()
            """.formatted(name));
    }
}
