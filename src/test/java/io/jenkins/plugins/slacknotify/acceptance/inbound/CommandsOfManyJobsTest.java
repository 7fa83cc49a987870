package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures how long each command takes in a Jenkins with thousands of jobs in folders and hundreds of running builds. It runs only
 * where {@code -Dslack-notify.many-jobs=5000} says how many, as it takes minutes and wants a quiet machine.
 */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class CommandsOfManyJobsTest {
    private static final int JOBS = Integer.getInteger("slack-notify.many-jobs", 0);
    private static final int RUNNING = 200;
    private static final int ROUNDS = 75;

    @Test
    void shouldAnswerEachCommandWithinASecond() {
        assumeTrue(JOBS > 0, "How long commands take is not measured: set -Dslack-notify.many-jobs=5000");
        try (var bed = new CommandOffice(true).bed) {
            var office = bed;
            office.admin().script(create());
            await("builds run")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> Integer.parseInt(office.admin()
                                    .script("print jenkins.model.Jenkins.get().computers*.allExecutors.flatten()"
                                            + ".count { it.currentExecutable != null }"))
                            >= RUNNING);
            measure(office);
        }
    }

    private static String create() {
        return """
                import com.cloudbees.hudson.plugins.folder.Folder
                import hudson.model.FreeStyleProject
                import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition
                import org.jenkinsci.plugins.workflow.job.WorkflowJob
                def jenkins = jenkins.model.Jenkins.get()
                def folders = (1..50).collect { jenkins.createProject(Folder, 'team' + it) }
                (1..%d).each { folders[it %% 50].createProject(FreeStyleProject, 'job' + it) }
                (1..%d).each {
                    def job = folders[it %% 50].createProject(WorkflowJob, 'running' + it)
                    job.definition = new CpsFlowDefinition('sleep 7200', true)
                    job.scheduleBuild2(0)
                }
                return null
                """.formatted(JOBS - RUNNING, RUNNING);
    }

    private static void measure(InboundBed bed) {
        // Together they may ask often enough: each is held to so many requests in a minute.
        var members = Stream.of("developer", "admin", "reader")
                .map(name -> bed.sandbox().as(bed.workspace().requireUser(name), bed.workspace()))
                .toList();
        List<String> slow = new ArrayList<>();
        for (var command : List.of(
                "help",
                "ping",
                "whoami",
                "status",
                "status team7/job7",
                "status job7",
                "status shop",
                "status jbo77",
                "main shop",
                "log shop",
                "tests shop",
                "jobs",
                "jobs job77",
                "running",
                "queue",
                "waiting",
                "list",
                "mute shop 1h",
                "unmute shop",
                "subscribe nosuchjob",
                "unsubscribe nosuchid")) {
            List<Long> millis = new ArrayList<>();
            for (var round = 0; round < ROUNDS; round++) {
                var start = System.nanoTime();
                var asked = members.get(round % members.size()).command("builds", "/jenkins", command);
                var answer = asked.awaitEphemerals(1, InboundBed.TIMEOUT).get(0);
                millis.add((System.nanoTime() - start) / 1_000_000);
                assertThat(answer.text()).as(command).doesNotContain("in a minute");
            }
            millis.sort(null);
            var p99 = millis.get(ROUNDS * 99 / 100);
            System.out.printf("| `%s` | %d | %d |%n", command, millis.get(ROUNDS / 2), p99);
            if (p99 >= 1_000) {
                slow.add(command + ": " + p99 + " ms");
            }
        }
        assertThat(slow).isEmpty();
    }
}
