package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.pattern.PatternCheck;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.ChannelLink;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A limit of the channels to which some jobs may write by themselves, as it is stored and shown in forms. */
public class ChannelLimitConfig extends ListElement implements Describable<ChannelLimitConfig> {
    private List<String> jobs = new ArrayList<>();
    private List<String> channels = new ArrayList<>();

    @DataBoundConstructor
    public ChannelLimitConfig() {
        // Everything has a setter.
    }

    /** The patterns for full names of the jobs, as {@link NamePatterns} reads them; none for every job. */
    public List<String> getJobs() {
        return List.copyOf(jobs);
    }

    @DataBoundSetter
    public void setJobs(@CheckForNull List<String> jobs) {
        this.jobs = read("jobs", this.jobs, () -> {
            List<String> given = FormLists.stripped(jobs);
            NamePatterns.validated(given);
            return given;
        });
    }

    /** The patterns for channels with a {@code #}, the ids of channels, and the names of destinations. */
    public List<String> getChannels() {
        return List.copyOf(channels);
    }

    @DataBoundSetter
    public void setChannels(@CheckForNull List<String> channels) {
        this.channels = FormLists.stripped(channels).stream()
                .map(ChannelLink::idOr)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Converts the limit for the engine. One whose patterns are invalid is for every job, as it must not open channels. */
    ChannelLimits.Limit toLimit() {
        return new ChannelLimits.Limit(isInvalid() ? NamePatterns.ANY : NamePatterns.of(jobs), channels);
    }

    @Override
    protected ChannelLimitConfig blank() {
        return new ChannelLimitConfig();
    }

    /** The form of a limit. */
    @Extension
    public static class DescriptorImpl extends Descriptor<ChannelLimitConfig> {
        /** Joins values for a text area, one a line. */
        public String lines(@CheckForNull List<String> given) {
            return given == null ? "" : String.join("\n", given);
        }

        @POST
        public FormValidation doCheckJobs(@QueryParameter String value) {
            RuleFormChecks.require(null);
            return PatternCheck.ofJobs(null, FormLists.lines(value));
        }

        /** Warns of what no channel can be called, and says what is read as the name of a destination. */
        @POST
        public FormValidation doCheckChannels(@QueryParameter String value) {
            RuleFormChecks.require(null);
            return ChannelPatterns.check(FormLists.lines(value));
        }
    }
}
