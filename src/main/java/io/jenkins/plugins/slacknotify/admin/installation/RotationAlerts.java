package io.jenkins.plugins.slacknotify.admin.installation;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.config.installation.Rotations;
import io.jenkins.plugins.slacknotify.page.PageTime;
import java.util.List;

/**
 * The alert that shows administrators inside Jenkins that a token of Slack will end and cannot be renewed. It comes as soon as
 * anything is missing for the next renewal, and goes away when that is fixed.
 */
@Extension
public class RotationAlerts extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.RotationAlerts_displayName();
    }

    @Override
    public boolean isActivated() {
        return !getProblems().isEmpty();
    }

    /**
     * The sentences that the alert shows. Reads no disk and asks nobody, because Jenkins asks on every page that an administrator opens.
     */
    public List<String> getProblems() {
        return sentences();
    }

    static List<String> sentences() {
        return Rotations.get().problems().stream()
                .map(problem -> Messages.RotationAlerts_problem(
                        problem.owner(), PageTime.of(problem.expiresAt()).toString(), problem.sentence()))
                .toList();
    }
}
