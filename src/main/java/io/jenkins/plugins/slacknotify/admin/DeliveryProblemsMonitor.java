package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import hudson.Util;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alerts administrators inside Jenkins when messages do not get through to Slack, and goes away when they do again. */
@Extension
public class DeliveryProblemsMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.DeliveryProblemsMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !getProblems().isEmpty();
    }

    /** Reads no disk: it is asked on every page that an administrator opens. */
    public List<Problem> getProblems() {
        return EngineLifecycle.get().engine().deliveries().problems();
    }

    /** The words for one of them. */
    public String describe(Problem problem) {
        return problemText(problem);
    }

    static String problemText(Problem problem) {
        long age = Duration.between(problem.since(), Instant.now()).toMillis();
        return Messages.DeliveryProblemsMonitor_problem(
                problem.description(), problem.waiting(), Util.getTimeSpanString(Math.max(0, age)));
    }

    /** Where to go to mend what can be mended in Jenkins, and to see what waits for it. */
    public List<FixLink> getLinks() {
        return FixLink.of(getProblems());
    }
}
