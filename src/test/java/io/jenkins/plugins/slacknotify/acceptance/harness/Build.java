package io.jenkins.plugins.slacknotify.acceptance.harness;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** One build; every question is asked of Jenkins anew. */
public final class Build {
    private static final Duration FIRST_POLL = Duration.ofMillis(60);

    private final JenkinsClient jenkins;
    private final String job;
    private final int number;

    Build(JenkinsClient jenkins, String job, int number) {
        this.jenkins = jenkins;
        this.job = job;
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Waits for the end, and until all who listen for it have heard of it: Jenkins writes the last line afterwards. */
    public Build await() {
        awaitThat("end", () -> {
            var page = jenkins.get(path() + "api/json?tree=inProgress,result");
            return page.status() == 200
                    && hasEnded(page.json())
                    && !consoleLines("Finished: ").isEmpty();
        });
        return this;
    }

    /** Waits until the console shows a text. */
    public Build awaitConsole(String text) {
        awaitThat("say " + text, () -> {
            var page = jenkins.get(path() + "consoleText");
            return page.status() == 200 && page.body().contains(text);
        });
        return this;
    }

    /** Such as {@code FAILURE}; the build must have ended. */
    public String result() {
        return json().get("result").getAsString();
    }

    public Instant endedAt() {
        var build = json();
        return Instant.ofEpochMilli(
                build.get("timestamp").getAsLong() + build.get("duration").getAsLong());
    }

    public String console() {
        return jenkins.get(path() + "consoleText").requireStatus(200).body();
    }

    /** The lines of the console that hold a text. */
    public List<String> consoleLines(String text) {
        return console().lines().filter(line -> line.contains(text)).toList();
    }

    /**
     * Has a pipeline that runs written to disk as it is now, for a kill to come: its own plugins do so a moment after what can
     * be seen of it.
     */
    public Build keep() {
        var kept = jenkins.script("""
            import com.google.common.util.concurrent.FutureCallback
            import java.util.concurrent.CompletableFuture
            def run = Jenkins.get().getItemByFullName('%1$s').getBuildByNumber(%2$d)
            def saved = new CompletableFuture()
            run.execution.runInCpsVmThread([
                onSuccess: { program ->
                    try { program.saveProgram(); saved.complete('kept') } catch (e) { saved.completeExceptionally(e) }
                },
                onFailure: { saved.completeExceptionally(it) }
            ] as FutureCallback)
            run.save()
            def running = new File(Jenkins.get().rootDir, 'org.jenkinsci.plugins.workflow.flow.FlowExecutionList.xml')
            while (!running.exists() || !running.text.contains('%1$s')) sleep(20)
            print saved.get()
            """.formatted(job, number));
        if (!kept.equals("kept")) {
            throw new AssertionError(this + " cannot be kept: " + kept);
        }
        return this;
    }

    /**
     * Answers a question of a pipeline as its page does, as soon as that is possible.
     *
     * @param how such as {@code Id/proceedEmpty} or {@code Id/abort}
     */
    public void answer(String how) {
        awaitThat("ask", () -> jenkins.post(path() + "input/" + how, Map.of()).status() < 400);
    }

    public void stop() {
        jenkins.post(path() + "stop", Map.of());
    }

    /** The path of the build's page, without a leading and with a trailing slash. */
    public String path() {
        return Jobs.path(job) + number + "/";
    }

    @Override
    public String toString() {
        return job + " #" + number;
    }

    /** A pipeline that was only just made is not in progress yet, but has no result either. */
    private static boolean hasEnded(JsonObject build) {
        return !build.get("inProgress").getAsBoolean() && !build.get("result").isJsonNull();
    }

    private JsonObject json() {
        return jenkins.get(path() + "api/json?tree=result,timestamp,duration")
                .requireStatus(200)
                .json();
    }

    private void awaitThat(String what, Callable<Boolean> condition) {
        try {
            Polls.await(what, FIRST_POLL).atMost(Timeouts.VERY_LONG).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(this + " did not " + what + "; its console:\n" + console(), e);
        }
    }
}
