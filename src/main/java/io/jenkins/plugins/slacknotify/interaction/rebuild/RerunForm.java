package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;

/** The result of asking how a build can be run again. */
public sealed interface RerunForm {
    record Possible(ParameterForm form) implements RerunForm {}

    /** The build cannot be run again so, or the account may not. @param reason anything but a start */
    record NotPossible(RebuildResult reason) implements RerunForm {}
}
