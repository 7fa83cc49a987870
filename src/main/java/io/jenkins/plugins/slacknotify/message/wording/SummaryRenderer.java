package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Renders the line that notifications show and screen readers read: the headline, and why. */
public final class SummaryRenderer {
    private static final int MAX_REASON = 160;

    /** The characters that no name of a class or method has. */
    private static final Pattern NO_NAME = Pattern.compile("[\\s(\\[{\"']");

    private SummaryRenderer() {}

    /** Returns a headline with the reason after it, where the build is bad and one is known. */
    public static String withReason(String headline, BuildEvent event) {
        return withReason(headline, event, MAX_REASON);
    }

    /**
     * Returns a headline with the reason after it, where the build is bad and one is known.
     *
     * @param limit the most characters of the reason
     */
    public static String withReason(String headline, BuildEvent event, int limit) {
        String reason = event.outcome().isBad() && event.milestone() == null ? reason(event) : null;
        return reason == null ? headline : Phrase.HEADLINE_REASON.format(headline, Mrkdwn.line(reason, limit));
    }

    /** Returns a headline with the reason after it, where that is another one than that of a build before. */
    public static String withNewReason(String headline, BuildEvent event, BuildEvent before) {
        TestResultSummary tests = event.findings().tests();
        boolean failsAnew = tests != null && tests.newlyFailed() > 0;
        return failsAnew || !Objects.equals(reason(event), reason(before)) ? withReason(headline, event) : headline;
    }

    /** The first test that newly fails, with what it says, or else why the first stage failed; null where neither is known. */
    @CheckForNull
    private static String reason(BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        if (tests != null && tests.failed() > 0) {
            return Stream.of(tests.newlyFailing(), tests.failing())
                    .flatMap(names -> names.stream().limit(1))
                    .findFirst()
                    .map(SummaryRenderer::shortName)
                    .map(name -> tests.reason() == null ? name : name + ": " + tests.reason())
                    .orElse(null);
        }
        FailedStage stage = event.findings().failedStage();
        return stage == null ? null : stage.explanation();
    }

    /**
     * The last two parts of a name such as {@code com.example.PriceTest.addsTax}: a lock screen has no space for its package. What
     * follows a blank or a bracket, such as the values of a parameter, has dots of its own.
     */
    static String shortName(String test) {
        int method = NO_NAME.split(test, 2)[0].lastIndexOf('.');
        return test.substring(method < 0 ? 0 : test.lastIndexOf('.', method - 1) + 1);
    }
}
