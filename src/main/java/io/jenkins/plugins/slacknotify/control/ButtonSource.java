package io.jenkins.plugins.slacknotify.control;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;

/** Makes what handles the buttons below messages of builds of any kind. */
@Extension
public class ButtonSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        return List.of(new RebuildInteraction(Accounts.members(), new RunActs(Clock.systemUTC())));
    }
}
