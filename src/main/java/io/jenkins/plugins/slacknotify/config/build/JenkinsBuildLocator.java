package io.jenkins.plugins.slacknotify.config.build;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocation;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The pages of the builds that this Jenkins has. */
public final class JenkinsBuildLocator implements BuildLocator {
    @Override
    public BuildLocation locate(BuildKey build) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            Optional<CurrentBuild> found = CurrentBuild.find(build);
            if (found.isEmpty()) {
                return new BuildLocation.Gone(true);
            }
            Run<?, ?> run = found.get().run();
            String root = Jenkins.get().getRootUrl();
            if (run == null) {
                return new BuildLocation.Gone(false);
            }
            return root == null ? new BuildLocation.Unknown() : new BuildLocation.At(root + run.getUrl());
        }
    }
}
