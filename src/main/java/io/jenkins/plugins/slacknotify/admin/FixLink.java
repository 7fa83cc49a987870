package io.jenkins.plugins.slacknotify.admin;

import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import java.util.List;
import java.util.stream.Stream;

/**
 * A button or a link that leads to the page where a problem is fixed.
 *
 * @param url the address below the root of Jenkins
 */
public record FixLink(String label, String url) {
    /** Returns the links for problems, each page once. The page of deliveries is always among them. */
    static List<FixLink> of(List<Problem> problems) {
        return Stream.concat(problems.stream().map(Problem::fixLocation), Stream.of(Problem.FixLocation.ELSEWHERE))
                .distinct()
                .sorted()
                .map(FixLink::to)
                .toList();
    }

    private static FixLink to(Problem.FixLocation location) {
        return switch (location) {
            case SYSTEM_SETTINGS -> new FixLink(Messages.FixLink_settings(), SlackPage.ADDRESS);
            case TOKEN_OF_A_JOB -> new FixLink(Messages.FixLink_credentials(), "manage/credentials/");
            case ELSEWHERE -> new FixLink(Messages.FixLink_deliveries(), SlackPage.ADDRESS + DeliveriesPage.URL + "/");
        };
    }
}
