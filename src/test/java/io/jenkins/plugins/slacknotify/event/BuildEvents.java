package io.jenkins.plugins.slacknotify.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Fixture with events: a good build of the job {@code shop/checkout}, except for what a test sets. */
public final class BuildEvents {
    public static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");
    public static final String URL = "https://ci.example.org/job/shop/job/checkout/12/";

    private String job = "shop/checkout";
    private String jobName = "shop » checkout";
    private String buildName = "#12";
    private int number = 12;
    private String url = URL;
    private Outcome outcome = Outcome.SUCCESS;
    private Trend trend = Trend.SAME;
    private boolean running;
    private Duration duration = Duration.ofSeconds(125);
    private String cause = "Started by user Ada";
    private List<Change> changes = List.of();
    private List<Participant> participants = List.of();
    private Findings findings = Findings.NONE;
    private Milestone milestone;

    private BuildEvents() {}

    public static BuildEvents aBuild() {
        return new BuildEvents();
    }

    /** Returns a build that fails after a good one. */
    public static BuildEvent aFailure() {
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build();
    }

    public BuildEvents that(Outcome newOutcome, Trend newTrend) {
        outcome = newOutcome;
        trend = newTrend;
        return this;
    }

    /** Sets the full name of the job, with slashes. */
    public BuildEvents of(String newJob) {
        job = newJob;
        return this;
    }

    public BuildEvents number(int newNumber) {
        number = newNumber;
        buildName = "#" + newNumber;
        return this;
    }

    public BuildEvents named(String newJobName, String newBuildName) {
        jobName = newJobName;
        buildName = newBuildName;
        return this;
    }

    public BuildEvents at(@CheckForNull String newUrl) {
        url = newUrl;
        return this;
    }

    public BuildEvents running() {
        running = true;
        return this;
    }

    /** Sets a milestone of the build, which still runs. */
    public BuildEvents during(Milestone newMilestone) {
        milestone = newMilestone;
        return running();
    }

    public BuildEvents lasting(Duration newDuration) {
        duration = newDuration;
        return this;
    }

    public BuildEvents causedBy(@CheckForNull String newCause) {
        cause = newCause;
        return this;
    }

    public BuildEvents with(Change... newChanges) {
        changes = Arrays.asList(newChanges);
        return this;
    }

    public BuildEvents by(Participant... newParticipants) {
        participants = Arrays.asList(newParticipants);
        return this;
    }

    public BuildEvents finding(Findings newFindings) {
        findings = newFindings;
        return this;
    }

    public BuildEvent build() {
        return BuildEvent.builder(new BuildKey(job, number, STARTED), outcome)
                .jobName(jobName)
                .buildName(buildName)
                .url(url)
                .trend(trend)
                .running(running)
                .duration(duration)
                .cause(cause)
                .changes(changes)
                .participants(participants)
                .findings(findings)
                .milestone(milestone)
                .build();
    }
}
