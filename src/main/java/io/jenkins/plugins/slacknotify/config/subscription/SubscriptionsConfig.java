package io.jenkins.plugins.slacknotify.config.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.RealmNames;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.routing.ChannelLink;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The settings of subscriptions that people make in Slack: {@code subscriptions:} of {@code inbound:} in Configuration as Code.
 * Without a setting, everybody with a linked account may subscribe every channel.
 */
public class SubscriptionsConfig implements Describable<SubscriptionsConfig> {
    private boolean forbidden;
    private List<String> channels = new ArrayList<>();
    private List<String> owners = new ArrayList<>();

    @DataBoundConstructor
    public SubscriptionsConfig() {
        // Everything has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new SubscriptionsConfig());
    }

    /** Whether nobody may subscribe, and existing subscriptions send nothing. */
    public boolean isForbidden() {
        return forbidden;
    }

    @DataBoundSetter
    public void setForbidden(boolean forbidden) {
        this.forbidden = forbidden;
    }

    /**
     * The channels that may be subscribed, by id, or by name in the workspace of the system; empty for all. Direct messages are always
     * among them.
     */
    public List<String> getChannels() {
        return List.copyOf(channels);
    }

    @DataBoundSetter
    public void setChannels(@CheckForNull List<String> channels) {
        // Of the link of a channel, the id counts.
        this.channels = new ArrayList<>(
                FormLists.stripped(channels).stream().map(ChannelLink::idOr).toList());
    }

    /** The accounts that may subscribe, by their ids, and the groups; empty for all. */
    public List<String> getOwners() {
        return List.copyOf(owners);
    }

    @DataBoundSetter
    public void setOwners(@CheckForNull List<String> owners) {
        this.owners = FormLists.stripped(owners);
    }

    /**
     * Splits what a form sends for several names.
     *
     * @param form null where the form has no such section
     */
    public static void complete(@CheckForNull JSONObject form) {
        if (form != null) {
            FormLists.splitNames(form, "channels");
            FormLists.splitAtCommas(form, "owners");
        }
    }

    /**
     * Explains why somebody may not subscribe a target; empty where they may.
     *
     * @param isNamed whether a name is that of their account or of one of their groups, as the security realm compares names; asked
     *     where names matter
     */
    public Optional<String> refusal(Predicate<String> isNamed, SubscriptionTarget target) {
        if (forbidden) {
            return Optional.of(
                    "The administrators of this Jenkins do not allow subscriptions. Ask them for a rule instead.");
        }
        if (!owners.isEmpty() && owners.stream().noneMatch(isNamed)) {
            return Optional.of(
                    "The administrators of this Jenkins let certain accounts and groups make subscriptions, and yours is not among them.");
        }
        return target.isDirectMessage()
                        || channels.isEmpty()
                        || channels.stream().anyMatch(one -> isChannel(one, target))
                ? Optional.empty()
                : Optional.of(
                        "The administrators of this Jenkins let certain channels be subscribed, and this one is not"
                                + " among them. In a message to me, you can subscribe for yourself.");
    }

    /** An id is one in all of Slack. A name is meant in the workspace of the system: another one calls its channels as it likes. */
    private static boolean isChannel(String written, SubscriptionTarget target) {
        String bare = written.startsWith("#") ? written.substring(1) : written;
        return bare.equals(target.channel()) || target.workspace() == null && bare.equalsIgnoreCase(target.name());
    }

    /** The form of the settings of subscriptions. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SubscriptionsConfig> {
        /** Joins values for a field of several names. */
        public String words(@CheckForNull List<String> given) {
            return FormLists.joinNames(given);
        }

        /** Joins values for a field of several texts, which may have blanks in them. */
        public String texts(@CheckForNull List<String> given) {
            return FormLists.joinWithCommas(given);
        }

        /** Warns of names that no channel has; nobody could subscribe by them. */
        @POST
        public FormValidation doCheckChannels(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return ChannelName.validationError(FormLists.names(value))
                    .map(FormValidation::warning)
                    .orElseGet(FormValidation::ok);
        }

        /** Warns of the names of accounts and groups that Jenkins does not know. */
        @POST
        public FormValidation doCheckOwners(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return RealmNames.check(FormLists.betweenCommas(value));
        }
    }
}
