package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import hudson.Util;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The alert that shows administrators inside Jenkins what keeps messages from Slack. It goes away when they get through
 * again.
 */
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

    /** The problems of deliveries that the alert shows. Reads no disk, because Jenkins asks on every page that an administrator opens. */
    public List<Problem> getProblems() {
        return problems();
    }

    static List<Problem> problems() {
        return Stream.concat(
                        EngineLifecycle.get().engine().deliveries().problems().stream(), CopiedHome.problem().stream())
                .toList();
    }

    /** Returns whether somebody has to decide on what a copied home has left; the page of deliveries does it. */
    public boolean isCopy() {
        return CopiedHome.isUndecided();
    }

    /** Returns the address of the page of deliveries below the root of Jenkins. */
    public String getDeliveriesUrl() {
        return SlackPage.ADDRESS + DeliveriesPage.URL;
    }

    /** Returns the sentence for a problem. */
    public String describe(Problem problem) {
        return problemText(problem);
    }

    /** The links to where the wrong names of channels stand that are a problem. */
    public List<FixLink> placesOf(Problem problem) {
        return ChannelPlaceLinks.of(problem);
    }

    static String problemText(Problem problem) {
        long age = Duration.between(problem.since(), Instant.now()).toMillis();
        return Messages.DeliveryProblemsMonitor_problem(
                problem.description(), problem.waiting(), Util.getTimeSpanString(Math.max(0, age)));
    }

    /** The links to where the problems are fixed in Jenkins, and to the deliveries that wait for it. */
    public List<FixLink> getLinks() {
        return FixLink.of(getProblems());
    }
}
