package io.jenkins.plugins.slacknotify.acceptance.harness;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One build; every question is asked of Jenkins anew. */
public final class Build {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

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
            var page = jenkins.get(path() + "api/json");
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
        return jenkins.get(path() + "api/json").requireStatus(200).json();
    }

    private void awaitThat(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(TIMEOUT).pollInterval(POLL).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(this + " did not " + what + "; its console:\n" + console(), e);
        }
    }
}
