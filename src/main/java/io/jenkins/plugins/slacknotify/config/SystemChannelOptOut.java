package io.jenkins.plugins.slacknotify.config;

import hudson.Extension;
import hudson.model.Job;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Job property that keeps a job out of the system channel. What the job itself sends is not affected. */
public class SystemChannelOptOut extends OptionalJobProperty<Job<?, ?>> {
    @DataBoundConstructor
    public SystemChannelOptOut() {
        // It has no fields: its presence is the setting.
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
