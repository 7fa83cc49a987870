package io.jenkins.plugins.slacknotify.control.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.page.PageTime;
import io.jenkins.plugins.slacknotify.page.RowPage;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The page Manage Jenkins » Slack » Subscriptions: the rules and mutes that people have made in Slack, with a button to remove each,
 * and each subscription as text for Configuration as Code.
 */
@Extension(ordinal = 45)
public class SubscriptionsPage extends SlackTab {
    static final String URL = "subscriptions";

    public SubscriptionsPage() {
        super(URL, "symbol-rss", Messages::SubscriptionsPage_displayName);
    }

    /** One subscription, as the view reads it. */
    public record SubscriptionRow(Subscription subscription) {
        public String place() {
            return label(subscription.target());
        }

        public String jobs() {
            return BranchNames.readable(String.join(", ", subscription.filter().jobs()));
        }

        /** The parts that restrict it. */
        public String conditions() {
            SubscriptionFilter filter = subscription.filter();
            List<String> parts = new ArrayList<>();
            parts.add(CheckboxOption.namesOf(filter.events()));
            if (!filter.branches().isEmpty()) {
                parts.add(Messages.SubscriptionsPage_branches(String.join(", ", filter.branches())));
            }
            if (filter.minimumSeverity() != Severity.INFO) {
                parts.add(
                        Messages.SubscriptionsPage_from(filter.minimumSeverity().id()));
            }
            if (!filter.mention().isEmpty()) {
                parts.add(Messages.SubscriptionsPage_mentions(String.join(", ", filter.mention())));
            }
            return String.join("; ", parts);
        }

        public PageTime since() {
            return PageTime.of(subscription.since());
        }

        /** Returns why it rests; null while it is in force. */
        @CheckForNull
        public String rest() {
            RestingReason rest = subscription.rest();
            return rest == null ? null : rest.sentence();
        }

        /** The same rule as text for {@code routing.rules} in Configuration as Code. */
        public String yaml() {
            return SubscriptionYaml.of(subscription);
        }
    }

    /** One mute, as the view reads it. */
    public record MuteRow(Mute mute) {
        public String place() {
            SubscriptionTarget at = mute.target();
            return at == null ? Messages.SubscriptionsPage_personal() : label(at);
        }

        public String jobs() {
            return BranchNames.readable(String.join(", ", mute.jobs()));
        }

        /** Returns when it ends at the latest. */
        public PageTime end() {
            return PageTime.of(mute.lastMoment());
        }

        /** Returns what ends it sooner, before the time; empty where nothing does. */
        public String untilFixed() {
            return mute.untilFixed() == null ? "" : Messages.SubscriptionsPage_untilFixed();
        }
    }

    private static String label(SubscriptionTarget target) {
        return target.workspace() == null ? target.label() : target.label() + " (" + target.workspace() + ")";
    }

    /** A page of the subscriptions, in the order in which they were made. The view calls it, which only administrators see. */
    public RowPage<SubscriptionRow> page(String page) {
        return RowPage.of(
                SlackSubscriptions.get().subscriptions().all().stream()
                        .map(SubscriptionRow::new)
                        .toList(),
                page);
    }

    public RowPage<MuteRow> pageOfMutes(String page) {
        return RowPage.of(
                SlackSubscriptions.get().mutes().all().stream()
                        .map(MuteRow::new)
                        .toList(),
                page);
    }

    /** Ends a subscription at once. */
    @POST
    public HttpResponse doRemove(@QueryParameter(required = true) String id) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackSubscriptions.get().subscriptions().remove(id);
        return HttpResponses.forwardToPreviousPage();
    }

    /** Ends a mute at once. */
    @POST
    public HttpResponse doUnmute(@QueryParameter(required = true) String id) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackSubscriptions.get().mutes().remove(id);
        return HttpResponses.forwardToPreviousPage();
    }
}
