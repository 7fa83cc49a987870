package io.jenkins.plugins.slacknotify.admin;

import io.jenkins.plugins.slacknotify.engine.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A button that leads to where a problem is mended. Has getters, because that is what a view can read. */
public final class MendLink {
    private final String label;
    private final String url;

    private MendLink(String label, String url) {
        this.label = label;
        this.url = url;
    }

    /** What to show for problems, each place once; the deliveries are always among them. */
    static List<MendLink> of(List<Problem> problems) {
        return Stream.concat(problems.stream().map(Problem::mend), Stream.of(Problem.Mend.ELSEWHERE))
                .distinct()
                .sorted()
                .map(MendLink::to)
                .toList();
    }

    private static MendLink to(Problem.Mend mend) {
        return switch (mend) {
            case SYSTEM_SETTINGS -> new MendLink(Messages.MendLink_settings(), "manage/configure");
            case TOKEN_OF_A_JOB -> new MendLink(Messages.MendLink_credentials(), "manage/credentials/");
            case ELSEWHERE -> new MendLink(Messages.MendLink_deliveries(), "manage/" + DeliveriesPage.URL);
        };
    }

    public String getLabel() {
        return label;
    }

    /** Below the root of Jenkins. */
    public String getUrl() {
        return url;
    }
}
