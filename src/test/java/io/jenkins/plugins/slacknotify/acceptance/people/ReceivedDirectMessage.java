package io.jenkins.plugins.slacknotify.acceptance.people;

import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Somebody was told of a build in person.
 *
 * @param job without its folder
 * @param what at first, before later news has changed it; without how long it took
 * @param why the reason that the message gives, without the words that all of them begin with
 */
record ReceivedDirectMessage(String job, int build, String who, String what, String why)
        implements Comparable<ReceivedDirectMessage> {
    private static final Pattern BUILD = Pattern.compile("/job/team/job/([^|\"]+?)/(\\d+)/");
    private static final Pattern WHY = Pattern.compile("You get this because (.+?)\\.");
    private static final Pattern HEADLINE = Pattern.compile("^:\\w+: .*?<[^>]*>\\*? ");

    static ReceivedDirectMessage of(String who, SandboxMessage message) {
        var said = first(message);
        var build = find(BUILD, said);
        return new ReceivedDirectMessage(
                jobOf(build),
                Integer.parseInt(build.group(2)),
                who,
                HEADLINE.matcher(said.headline()).replaceFirst("").replaceFirst(" after .+", ""),
                find(WHY, said).group(1));
    }

    /** Whether it tells of a build of one of those jobs: other tests have told others before, in other words. */
    static boolean isAboutOneOf(Set<String> jobs, SandboxMessage message) {
        return search(BUILD, first(message))
                .filter(build -> jobs.contains(jobOf(build)))
                .isPresent();
    }

    private static Content first(SandboxMessage message) {
        return message.revisions().isEmpty()
                ? message.content()
                : message.revisions().get(0);
    }

    private static String jobOf(MatchResult build) {
        return build.group(1).replace("/job/", "/");
    }

    private static MatchResult find(Pattern pattern, Content said) {
        return search(pattern, said).orElseThrow(() -> new AssertionError("no " + pattern + " in " + all(said)));
    }

    private static Optional<MatchResult> search(Pattern pattern, Content said) {
        return pattern.matcher(all(said)).results().findFirst();
    }

    private static String all(Content said) {
        return said.text() + said.blocks() + said.attachments();
    }

    @Override
    public int compareTo(ReceivedDirectMessage other) {
        return Comparator.comparing(ReceivedDirectMessage::job)
                .thenComparing(ReceivedDirectMessage::build)
                .thenComparing(ReceivedDirectMessage::who)
                .thenComparing(ReceivedDirectMessage::what)
                .compare(this, other);
    }

    /** A row of a table. */
    @Override
    public String toString() {
        return "%s #%d | %s | %s | %s".formatted(job, build, who, what, why);
    }
}
