package io.jenkins.plugins.slacknotify.engine.spi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.net.URI;
import java.time.Duration;

/**
 * What the administrator has decided, at one moment.
 *
 * @param enabled false keeps everything quiet: nothing is taken over, and what waits goes on waiting
 * @param apiUrl where Slack's Web API is
 * @param defaultChannel where a message goes that names no channel; null where there is none
 * @param botName shown as the sender; null leaves the app's own name
 * @param botIcon an emoji such as {@code :jenkins:} or the https address of a picture; null leaves the app's own
 * @param expiry a message that was not sent by this time after it was handed over is no news any more
 * @param router who hears of the builds of the whole system
 * @param people who hears of them in person, and who may
 * @param details what is told in the thread of a bad build
 */
public record EngineSettings(
        boolean enabled,
        URI apiUrl,
        @CheckForNull String defaultChannel,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        Duration expiry,
        SeverityPolicy severities,
        Router router,
        PeoplePolicy people,
        ThreadDetails details) {

    /** Who hears of a build, by the rules of its job and those of the system. */
    public RoutingResult route(BuildEvent event, JobRules own) {
        return router.route(event, own, rate(event));
    }

    /** How severe a build is as long as no rule says otherwise. */
    public Severity rate(BuildEvent event) {
        return severities.rate(event);
    }

    /** What is told in the thread of a bad build where this style, if any, says how a destination hears of it. */
    public ThreadDetails details(@CheckForNull MessageOptions style) {
        ThreadDetails own = style == null ? null : style.details();
        return own == null ? details : own;
    }

    @CheckForNull
    public String botName(@CheckForNull MessageOptions style) {
        String own = style == null ? null : style.botName();
        return own == null ? botName : own;
    }

    @CheckForNull
    public String botIcon(@CheckForNull MessageOptions style) {
        String own = style == null ? null : style.botIcon();
        return own == null ? botIcon : own;
    }
}
