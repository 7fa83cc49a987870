package com.wangyin.parameter;

import hudson.model.StringParameterValue;
import io.jenkins.plugins.slacknotify.control.run.MadeUpParameter;

/** Has the name of that of the Hidden Parameter plugin, which it stands for. */
public final class WHideParameterDefinition extends MadeUpParameter {
    public WHideParameterDefinition(String name, String initial) {
        super(name, new StringParameterValue(name, initial));
    }
}
