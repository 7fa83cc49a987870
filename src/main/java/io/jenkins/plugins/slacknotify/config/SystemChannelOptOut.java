package io.jenkins.plugins.slacknotify.config;

import hudson.Extension;
import hudson.model.Job;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A job that has this is kept out of the system channel. What the job itself sends is not touched by it. */
public class SystemChannelOptOut extends OptionalJobProperty<Job<?, ?>> {
    @DataBoundConstructor
    public SystemChannelOptOut() {
        // To be there is all it says.
    }

    /** Registers the property for every kind of job. */
    @Extension
    @Symbol("slackNotifyOptOut")
    public static class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.SystemChannelOptOut_displayName();
        }
    }
}
